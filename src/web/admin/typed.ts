import { z } from 'zod'

/** A figure as people type it, with a comma or a dot before the tenths. */
export function typedNumber(message: string) {
  return z
    .string(message)
    .regex(/^\d{1,6}([.,]\d{1,3})?$/, message)
    .transform((typed) => Number(typed.replace(',', '.')))
}

/** A count. */
export function typedWhole(message: string) {
  return z
    .string(message)
    .regex(/^\d{1,6}$/, message)
    .transform(Number)
}

/** Something written, at most `most` letters. */
export function typedText(message: string, most = 200) {
  return z.string(message).min(1, message).max(most, message)
}

/** The same, or nothing. */
export function typedNote(tooLong: string, most = 500) {
  return z.string().max(most, tooLong).default('')
}

/** What a date input sends: `2026-11-27`. */
export function typedDay(message: string) {
  return z.string(message).transform((typed, issues) => {
    const day = readIso(typed)
    if (day) return day
    issues.addIssue({ code: 'custom', message })
    return z.NEVER
  })
}

function readIso(typed: string): Temporal.PlainDate | null {
  if (!/^\d{4}-\d\d-\d\d$/.test(typed)) return null
  try {
    return Temporal.PlainDate.from(typed, { overflow: 'reject' })
  } catch {
    return null
  }
}
