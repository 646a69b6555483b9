import { z } from 'zod'
import { listDays, nationalCalendar, type Day } from '#src/modules/calendar/index.ts'
import type { Lang } from '#src/words/index.ts'
import { endpoint } from './endpoint.ts'
import { fromTo, rangeOf } from './range.ts'
import { Day as IsoDay, items, say } from './shapes.ts'

const CalendarDay = z
  .object({
    date: IsoDay,
    kind: z
      .enum(['working', 'weekend', 'holiday', 'in_lieu', 'swapped', 'make_up'])
      .describe('`swapped` is off and `make_up` worked in exchange for it.'),
    working: z.boolean(),
    name: z.string().nullable().describe('Null on ordinary weekdays and weekends.'),
    insteadOf: IsoDay.nullable().describe('The day off that this worked day makes up for.'),
    estimated: z.boolean().describe('Computed; the State has not announced the year yet.'),
    source: z.string().nullable().describe('The law or the announcement.'),
  })
  .meta({ id: 'CalendarDay' })

export const days = endpoint({
  path: '/calendar/days',
  name: 'listDays',
  tag: 'calendar',
  summary: 'Every day of a range: worked or off, and by which law or announcement',
  params: z.object(fromTo),
  response: items(CalendarDay),
  answer: ({ nation, lang }, asked) => ({
    items: listDays(nationalCalendar, rangeOf(nation.now, asked)).map((day) => dayOf(lang, day)),
  }),
})

/** The nation's calendar has none of the kinds that an office decides on. */
function dayOf(lang: Lang, day: Day): z.output<typeof CalendarDay> {
  const kind = day.kind as z.output<typeof CalendarDay>['kind']
  return { ...day, kind, name: say(lang, day.name) }
}
