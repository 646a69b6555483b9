import { z } from 'zod'
import type { Lang } from '#src/words/index.ts'

/** A day in an answer: `2026-11-27`. */
export const Day = z.codec(z.iso.date(), z.instanceof(Temporal.PlainDate), {
  decode: (iso) => Temporal.PlainDate.from(iso),
  encode: (day) => day.toString(),
})

/** A moment in an answer, by the clock of Việt Nam: `2026-11-27T17:00:00+07:00`. */
export const Instant = z.codec(z.iso.datetime({ offset: true }), z.date(), {
  decode: (iso) => new Date(iso),
  encode: (instant) =>
    Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toString({ timeZone: '+07:00' }),
})

/** A day that is asked for. Years beyond are no day of any law or holiday here. */
export const AskedDay = z
  .codec(z.iso.date('date').refine(isOfOurTime, 'date'), z.instanceof(Temporal.PlainDate), {
    decode: (iso) => Temporal.PlainDate.from(iso),
    encode: (day) => day.toString(),
  })
  .optional()

function isOfOurTime(iso: string): boolean {
  return /^(19|20|21)/.test(iso)
}

export const at = AskedDay.describe('The day as of which the answer holds; today when left out.')

export const q = z.string().trim().max(200, 'q').optional()

/** How many at most; the words of a refusal name the most. */
export function limit(most: number) {
  const wrong = `limit:${most}`
  return z.coerce.number(wrong).int(wrong).min(1, wrong).max(most, wrong).optional()
}

/** A list, as every list is answered. */
export function items<T extends z.ZodType>(item: T) {
  return z.object({ items: z.array(item) })
}

type Said = { vi: string; en: string }

/** In the language asked for. */
export function say(lang: Lang, said: Said): string
export function say(lang: Lang, said: Said | null): string | null
export function say(lang: Lang, said: Said | null): string | null {
  return said && said[lang]
}
