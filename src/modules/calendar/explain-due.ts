import { vietnamDay } from '#src/base/vietnam-day.ts'
import type { Counted } from './count-days.ts'
import type { Day } from './day.ts'
import type { Extension } from './require-extension.ts'
import type { Pause } from './pause.ts'
import type { Term } from './term.ts'
import { getDay, type WorkCalendar } from './work-calendar.ts'

/** One step of how a due date was found; `sayStep` words it. */
export type Step =
  | { code: 'received'; at: Date }
  | { code: 'term'; term: Term }
  | { code: 'next_working_day'; on: Temporal.PlainDate }
  | { code: 'day_off'; day: Day; until: Temporal.PlainDate }
  | { code: 'make_up'; day: Day }
  | { code: 'paused'; from: Date; to: Date }
  | { code: 'extended'; sentAt: Date; newDueOn: Temporal.PlainDate }
  | { code: 'stopped'; since: Date }
  | { code: 'due'; at: Date }

type Found = {
  receivedAt: Date
  term: Term
  pauses: readonly Pause[]
  extension: Extension | undefined
  counted: Counted
}

/** Why the due date is what it is, in the order of time, so that an officer can read it to a citizen. */
export function explainDue(calendar: WorkCalendar, found: Found): Step[] {
  const { receivedAt, term, extension, counted } = found
  const end = 'dueAt' in counted ? counted.dueAt : counted.stoppedSince
  const days = special(calendar, vietnamDay(receivedAt), vietnamDay(end), term)
  const paused = found.pauses
    .filter((it) => it.from < end)
    .flatMap(({ from, to }): Step[] => (to ? [{ code: 'paused', from, to }] : []))

  const steps: Step[] = [
    { code: 'received', at: receivedAt },
    { code: 'term', term },
  ]
  const on = vietnamDay(end)
  const undisturbed = 'dueAt' in counted && paused.length === 0 && !extension
  if (term.unit === 'same_day' && undisturbed && !vietnamDay(receivedAt).equals(on))
    steps.push({ code: 'next_working_day', on })
  steps.push(...days, ...paused)
  if (extension) steps.push({ code: 'extended', ...extension })
  steps.push('dueAt' in counted ? { code: 'due', at: end } : { code: 'stopped', since: end })
  return steps
}

/** Days off and make-up days on the way; days off in a row under one name are one step. */
function special(
  calendar: WorkCalendar,
  from: Temporal.PlainDate,
  to: Temporal.PlainDate,
  { unit }: Term,
): Step[] {
  // Where every day counts, only days off that pushed the end matter.
  const everyDay = unit === 'days' || unit === 'months'
  const steps: Step[] = []
  for (let date = to; Temporal.PlainDate.compare(date, from) > 0;) {
    const day = getDay(calendar, date)
    if (everyDay && day.working && !date.equals(to)) break
    const next = steps[0]
    if (day.kind === 'make_up' || day.kind === 'office_working')
      steps.unshift({ code: 'make_up', day })
    else if (next?.code === 'day_off' && day.name && next.day.name?.vi === day.name.vi)
      next.day = day
    else if (day.kind !== 'weekend' && !day.working)
      steps.unshift({ code: 'day_off', day, until: date })
    date = date.subtract({ days: 1 })
  }
  return steps
}
