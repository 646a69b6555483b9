import { Refusal } from '#src/base/refusal.ts'
import { vietnamDay } from '#src/base/vietnam-day.ts'
import { AskedDay } from './shapes.ts'

type Range = { from: Temporal.PlainDate; to: Temporal.PlainDate }

const most = 1100

export const fromTo = {
  from: AskedDay.describe('The first day; today when left out.'),
  to: AskedDay.describe(
    'The last day, three years after the first at most; 90 days after it when left out.',
  ),
}

/** The days asked for, both included. Refuses an end before the beginning, and more than three years. */
export function rangeOf(
  now: Date,
  asked: { from?: Temporal.PlainDate | undefined; to?: Temporal.PlainDate | undefined },
): Range {
  const from = asked.from ?? vietnamDay(now)
  const to = asked.to ?? from.add({ days: 90 })
  const { days } = from.until(to)
  if (days < 0) throw new Refusal('api.range_backwards', { field: 'to' })
  if (days >= most) throw new Refusal('api.range_too_long', { field: 'to' })
  return { from, to }
}
