import { z } from 'zod'
import {
  computeDue,
  instantOf,
  nationalCalendar,
  sayStep,
  usualHours,
} from '#src/modules/calendar/index.ts'
import { sayDate, sayInstant } from '../dates.ts'
import { endpoint } from './endpoint.ts'
import { Day, Instant } from './shapes.ts'

const Due = z
  .object({
    received: Instant,
    due: Instant.describe(
      'When the desk closes on that day; within its hours for a term in hours.',
    ),
    dueOn: Day,
    explained: z.array(z.string()).describe('How it was counted, step by step, in words.'),
  })
  .meta({ id: 'Due' })

const moment =
  /^((?:19|20|21)\d\d-\d\d-\d\d)(?:[T ](\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?)(Z|[+ -]\d\d:?\d\d)?)?$/i

/** Moments that exist: neither 30 February nor 25 o'clock. */
const received = z
  .string('received')
  .trim()
  .refine((text) => readReceived(text) !== null, 'received')
  .describe(
    'When it was received: `2026-11-20T08:30`, by the clock of Việt Nam unless an offset follows. ' +
      'A day alone stands for its usual opening, 7:30.',
  )

const unit = z
  .enum(['working_days', 'days', 'hours', 'months', 'same_day'], 'unit')
  .describe(
    '`hours` are hours in which the desk is open. `same_day` follows the 15:00 rule, whatever the amount.',
  )

const sameDayRule = z
  .enum(['true', 'false', '1', '0'], 'sameDayRule')
  .optional()
  .describe('Takes a term of at most one day for `same_day`: after 15:00 the next working day.')

export const due = endpoint({
  path: '/calendar/due',
  name: 'computeDue',
  tag: 'calendar',
  summary: 'When something is due, by the nation’s calendar and the usual hours',
  description:
    'Counts by office hours of 7:30–11:30 and 13:00–17:00, Monday to Friday. An office may keep ' +
    'other hours or days off of its own; those are not counted here.',
  params: z.object({ received, amount: z.coerce.number('amount'), unit, sameDayRule }),
  response: Due,
  answer: ({ lang }, { amount, unit, ...asked }) => {
    const receivedAt = readReceived(asked.received)!
    const sameDay = asked.sameDayRule === 'true' || asked.sameDayRule === '1'
    const due = computeDue(nationalCalendar, { receivedAt, amount, unit, sameDay })
    // Nothing stops the clock here: no pause was asked for.
    if (due.stopped) throw new Error('a term without pauses stood still')
    const date = (day: Temporal.PlainDate) => sayDate(lang, day)
    const instant = (at: Date) => sayInstant(lang, at)
    return {
      received: receivedAt,
      due: due.dueAt,
      dueOn: due.dueOn,
      explained: due.explained.map((step) => sayStep(lang, step, { date, instant })),
    }
  },
})

/** In an address a plus that is not written `%2B` arrives as a space, so `… 07:00` is an offset too. */
function readReceived(text: string): Date | null {
  const [, day, time, offset] = moment.exec(text) ?? []
  if (!day) return null
  try {
    const date = Temporal.PlainDate.from(day)
    if (!time) return instantOf(date, usualHours.morning!.opens)
    if (!offset) return instantOf(date, Temporal.PlainTime.from(time))
    const instant = Temporal.Instant.from(`${day}T${time}${offset.replace(' ', '+')}`)
    return new Date(instant.epochMilliseconds)
  } catch {
    return null
  }
}
