import { z } from 'zod'
import type { Words } from '#src/words/index.ts'
import { typedDay } from './typed.ts'

/** The four clocks of a weekday: morning opens and closes, afternoon opens and closes. */
export const clocks = ['mo', 'mc', 'ao', 'ac'] as const

/** The name of one clock in the form: `w1-mo` is when Monday's morning begins. */
export const clockName = (weekday: number, clock: (typeof clocks)[number]) => `w${weekday}-${clock}`

/** A week as typed. What is wrong with a weekday stands beside it, as refusals name it: `weekday-1`. */
export function weekForm(w: Words) {
  const { validFromMissing, halfTyped } = w.admin.hours
  return z
    .looseObject({ validFrom: typedDay(validFromMissing) })
    .transform(({ validFrom, ...typed }, issues) => {
      const week = [1, 2, 3, 4, 5, 6, 7].map((weekday) => {
        const [mo, mc, ao, ac] = clocks.map((it) => readClock(typed[clockName(weekday, it)]))
        if (!mo !== !mc || !ao !== !ac)
          issues.addIssue({ code: 'custom', path: [`weekday-${weekday}`], message: halfTyped })
        return { mo: mo!, mc: mc!, ao: ao!, ac: ac! }
      })
      return { validFrom, week }
    })
}

function readClock(typed: unknown): string {
  return typeof typed === 'string' && /^([01]\d|2[0-3]):[0-5]\d$/.test(typed) ? typed : ''
}
