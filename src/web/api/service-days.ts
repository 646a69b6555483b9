import { z } from 'zod'
import { listVenues, type Venue } from '#src/modules/offices/index.ts'
import {
  listProgrammes,
  listServiceDays,
  type Programme,
  type ServiceDay as OfficeDay,
} from '#src/modules/service-days/index.ts'
import type { Lang } from '#src/words/index.ts'
import { endpoint } from './endpoint.ts'
import { enterBySlug, slug } from './enter-office.ts'
import { fromTo, rangeOf } from './range.ts'
import { Day, items, say } from './shapes.ts'

const Span = z.object({ from: z.string(), to: z.string() }).nullable()

const ServiceDay = z
  .object({
    id: z.uuid(),
    date: Day,
    programme: z.string().describe('Ngày thứ 6 tại chỗ'),
    state: z.enum(['planned', 'open', 'closed', 'cancelled']),
    hours: z.object({ morning: Span, afternoon: Span }).describe('By the clock: 07:30 to 11:30.'),
    venue: z.object({ name: z.string(), address: z.string(), note: z.string() }).nullable(),
    capacity: z.number().int().nullable().describe('Null when nobody is turned away.'),
    procedures: z
      .array(z.object({ code: z.string(), sameDay: z.boolean() }))
      .describe('What the programme promises; `sameDay` promises the result on the day.'),
    partners: z.array(z.string()).describe('Who else sits there.'),
    announcedDate: Day.describe('First told to people; differs from `date` when it was moved.'),
    holiday: z.string().nullable().describe('The day off that shifted or cancelled it.'),
    reason: z.string().nullable().describe('Why it was cancelled, moved or added; in Vietnamese.'),
  })
  .meta({ id: 'ServiceDay' })

export const serviceDays = endpoint({
  path: '/offices/{slug}/service-days',
  name: 'listServiceDays',
  tag: 'offices',
  summary: 'Days on which the office serves people on the spot; cancelled ones too',
  params: z.object({ slug, ...fromTo }),
  response: items(ServiceDay),
  refuses: [404],
  answer: async (asking, asked) => {
    const { ctx } = await enterBySlug(asking, asked.slug)
    const [days, programmes, venues] = await Promise.all([
      listServiceDays(ctx, rangeOf(ctx.now, asked)),
      listProgrammes(ctx),
      listVenues(ctx),
    ])
    return {
      items: days.map((day) => {
        const programme = programmes.find((it) => it.id === day.programmeId)!
        const venue = venues.find((it) => it.id === day.venueId) ?? null
        return dayOf(asking.lang, day, programme, venue)
      }),
    }
  },
})

function dayOf(lang: Lang, day: OfficeDay, programme: Programme, venue: Venue | null) {
  return {
    ...day,
    programme: lang === 'vi' ? programme.nameVi : programme.nameEn,
    procedures: programme.procedures,
    partners: programme.partners.map((it) => it.name),
    venue,
    holiday: say(lang, day.holiday),
    reason: day.cancelReason ?? day.movedReason ?? day.extraReason,
  }
}
