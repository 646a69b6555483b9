import { z } from 'zod'

/** `08:30`, as forms send a time. */
export function clockOf(time: Temporal.PlainTime): string {
  return time.toString({ smallestUnit: 'minute' })
}

/** A time as a form sends it. */
export function clock(wrong: string) {
  return z.string(wrong).regex(/^([01]\d|2[0-3]):[0-5]\d$/, wrong)
}
