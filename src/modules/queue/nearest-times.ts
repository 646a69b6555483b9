import type { Ctx } from '#src/base/ctx.ts'
import { Refusal, type RefusalParams } from '#src/base/refusal.ts'
import { minuteOf } from './clock.ts'
import { freeTimesOf } from './day-frame.ts'
import { firstMinute } from './first-minute.ts'
import { readFrames, type Frames } from './read-frames.ts'

/** A time that is still free, near one that is not. */
export type NearTime = { serviceDayId: string; date: Temporal.PlainDate; start: Temporal.PlainTime }

/** What somebody asked for and did not get. */
export type Wanted = {
  serviceDayId: string
  /** Minutes of the day, as `minutes` are. */
  start: number
  minutes: number
  people: number
  lanes: number
}

const offered = 3

/** Refusals that are softened by saying what is free instead. */
const softened = new Set<Refusal['code']>([
  'queue.seat_taken',
  'queue.day_full',
  'queue.day_closed',
  'queue.too_late',
  'queue.hold_ended',
  'queue.offer_ended',
])

/** The same refusal, with up to three free times: of the same day by nearness, then of days after. */
export async function offerNearest(ctx: Ctx, refusal: Refusal, wanted: Wanted): Promise<Refusal> {
  if (!softened.has(refusal.code)) return refusal
  const { minutes, serviceDayId } = wanted
  const day = await readFrames(ctx, { serviceDayId, minutes })
  const near = freeOf(ctx, day, wanted).toSorted(
    (a, b) =>
      Math.abs(minuteOf(a.start) - wanted.start) - Math.abs(minuteOf(b.start) - wanted.start),
  )
  if (near.length < offered) {
    const days = await readFrames(ctx, { minutes })
    const others = days.frames.filter((it) => it.serviceDayId !== serviceDayId)
    near.push(...freeOf(ctx, { ...days, frames: others }, wanted))
  }
  const date = day.frames[0]?.date.toString() ?? ''
  const nearest = near.slice(0, offered).map(writeNear).join(' ')
  return new Refusal(refusal.code, {
    ...(refusal.field === undefined ? {} : { field: refusal.field }),
    params: { ...refusal.params, date, nearest },
  })
}

/** The free times that a refusal names, nearest first; none where it names none. */
export function readNearTimes(params: RefusalParams): NearTime[] {
  return String(params['nearest'] ?? '')
    .split(' ')
    .filter(Boolean)
    .map((it) => {
      const [serviceDayId = '', moment = ''] = it.split('@')
      const at = Temporal.PlainDateTime.from(moment)
      return { serviceDayId, date: at.toPlainDate(), start: at.toPlainTime() }
    })
}

function writeNear({ serviceDayId, date, start }: NearTime): string {
  return `${serviceDayId}@${date.toPlainDateTime(start).toString().slice(0, 16)}`
}

function freeOf(ctx: Ctx, days: Frames, { people, lanes }: Wanted): NearTime[] {
  const { frames, ...wanted } = days
  return frames
    .filter((it) => it.state === 'planned' || it.state === 'open')
    .flatMap((frame) => {
      const notBefore = firstMinute(frame.date, ctx.now, wanted.leadMinutes)
      const each = { ...wanted, people: Math.ceil(people / lanes), notBefore }
      return freeTimesOf(frame, each)
        .filter((it) => it.lanes >= lanes)
        .map(({ start }) => ({ serviceDayId: frame.serviceDayId, date: frame.date, start }))
    })
}
