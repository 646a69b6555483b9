import { z } from 'zod'
import { listBookableDays, listFreeTimes, minutesFor } from '#src/modules/queue/index.ts'
import { endpoint } from './endpoint.ts'
import { enterBySlug, slug } from './enter-office.ts'
import { Day } from './shapes.ts'

const codes = z
  .string()
  .max(200, 'q')
  .transform((said) => [...new Set(said.split(','))].filter((code) => /^[\w.-]{1,40}$/.test(code)))

const FreeTime = z
  .object({ from: z.string().describe('By the clock: 08:30.'), to: z.string() })
  .meta({ id: 'FreeTime' })

const FreeTimes = z.object({
  date: Day.nullable().describe('Null when the day cannot be booked.'),
  state: z.enum(['free', 'full', 'too_late', 'not_bookable']),
  minutes: z.number().int().describe('How long these procedures take together.'),
  items: z.array(FreeTime),
})

export const freeTimes = endpoint({
  path: '/offices/{slug}/service-days/{id}/free-times',
  name: 'listFreeTimes',
  tag: 'offices',
  summary: 'Times of a service day at which an appointment can still be booked',
  description:
    'Booking itself is done on the pages of the office. A day that is too far ahead, over, closed or cancelled has no free times.',
  params: z.object({
    slug,
    id: z.uuid('other').describe('Of the service day.'),
    procedures: codes
      .optional()
      .describe('Codes with commas between: what is to be done decides how long it takes.'),
  }),
  response: FreeTimes,
  refuses: [404],
  answer: async (asking, asked): Promise<z.output<typeof FreeTimes>> => {
    const { ctx } = await enterBySlug(asking, asked.slug)
    const procedureCodes = asked.procedures ?? []
    const minutes = await minutesFor(ctx, procedureCodes)
    const free = await listFreeTimes(ctx, { serviceDayId: asked.id, minutes })
    const days = await listBookableDays(ctx, { procedureCodes })
    const day = days.find((it) => it.serviceDayId === asked.id)
    return {
      date: day?.date ?? null,
      state: day?.state ?? 'not_bookable',
      minutes,
      items: day?.state === 'free' ? free.map(({ start, end }) => span(start, end)) : [],
    }
  },
})

function span(from: Temporal.PlainTime, to: Temporal.PlainTime) {
  const clock = (it: Temporal.PlainTime) => it.toString({ smallestUnit: 'minute' })
  return { from: clock(from), to: clock(to) }
}
