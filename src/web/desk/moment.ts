import { z } from 'zod'
import { instantOf } from '#src/modules/calendar/index.ts'
import type { Words } from '#src/words/index.ts'
import { today } from '../dates.ts'
import { readDay } from './receive-typed.ts'

/** The two fields by which a form says when something happened. */
export function momentShape(w: Words) {
  const { moment } = w.deskRequest
  return {
    date: z
      .string()
      .default('')
      .refine((it) => it === '' || readDay(it) !== null, moment.dateWrong),
    time: z
      .string()
      .default('')
      .refine((it) => it === '' || /^([01]\d|2[0-3]):[0-5]\d$/.test(it), moment.timeWrong),
  }
}

/** Of an earlier day the hour must be told: due dates hang on it. */
export function needsTime(w: Words, now: Date) {
  return (said: { date: string; time: string }, check: z.RefinementCtx) => {
    const day = readDay(said.date)
    if (day && !day.equals(today(now)) && said.time === '')
      check.addIssue({
        code: 'custom',
        path: ['time'],
        message: w.deskRequest.moment.timeMissing,
      })
  }
}

/** The instant that was told; null for now. */
export function momentOf(now: Date, date: string, time: string): Date | null {
  if (time === '') return null
  return instantOf(readDay(date) ?? today(now), Temporal.PlainTime.from(time))
}
