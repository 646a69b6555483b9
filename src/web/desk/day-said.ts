import { z } from 'zod'
import { readDay } from '../public/read-day.ts'

/** A day that must be given, from a date field. */
export function daySaid(missing: string) {
  return z.string({ error: missing }).transform((text, context) => {
    const day = readDay(text)
    if (day) return day
    context.addIssue(missing)
    return z.NEVER
  })
}

/** A day that may be left out: null when nothing was given. */
export function dayIfSaid(wrong: string) {
  return z
    .string()
    .default('')
    .transform((text, context) => {
      const day = text === '' ? null : readDay(text)
      if (day !== null || text === '') return day
      context.addIssue(wrong)
      return z.NEVER
    })
}
