import { instantOf } from './clock.ts'

/** The first minute of the day that is not before `now` and the lead: 0 on a later day. */
export function firstMinute(date: Temporal.PlainDate, now: Date, leadMinutes: number): number {
  const passed = (now.getTime() - instantOf(date, 0).getTime()) / 60_000
  return Math.max(0, Math.ceil(passed + leadMinutes))
}
