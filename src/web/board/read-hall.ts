import type { Ctx } from '#src/base/ctx.ts'
import { readBoard, type Board } from '#src/modules/queue/index.ts'
import {
  findNextServiceDay,
  findOpenServiceDay,
  getServiceDay,
  listServiceDays,
  type ServiceDay,
  type WholeServiceDay,
} from '#src/modules/service-days/index.ts'
import { today } from '../dates.ts'
import { momentOf, type DayMoment } from '../public/day-moment.ts'

/** What the hall is at: the open day with its calls, or why there is none and when the next one is. */
export type Hall =
  | { kind: 'open'; day: WholeServiceDay; moment: DayMoment; board: Board }
  | { kind: 'not_open'; day: ServiceDay; moment: DayMoment }
  | { kind: 'closed' | 'cancelled' | 'no_day'; next: ServiceDay | null }

/** Reads no more than everybody in the hall may know. */
export async function readHall(ctx: Ctx): Promise<Hall> {
  const open = await findOpenServiceDay(ctx)
  if (open) {
    const [board, day] = await Promise.all([
      readBoard(ctx, { serviceDayId: open.id }),
      getServiceDay(ctx, { serviceDayId: open.id }),
    ])
    return { kind: 'open', day, moment: momentOf(open, ctx.now), board }
  }
  const date = today(ctx.now)
  const [next, days] = await Promise.all([
    findNextServiceDay(ctx),
    listServiceDays(ctx, { from: date, to: date }),
  ])
  if (next?.date.equals(date)) {
    const moment = momentOf(next, ctx.now)
    if (moment.kind !== 'over') return { kind: 'not_open', day: next, moment }
  }
  const ahead = next?.date.equals(date) ? null : next
  if (days.some((day) => day.state === 'closed')) return { kind: 'closed', next: ahead }
  if (days.some((day) => day.state === 'cancelled')) return { kind: 'cancelled', next: ahead }
  return { kind: 'no_day', next: ahead }
}

/** Whose changes the board must hear of. */
export function hallTopics(officeId: string, hall: Hall): [string, string][] {
  const days: [string, string] = ['service_days', officeId]
  return hall.kind === 'open' ? [days, ['queue', hall.day.id]] : [days]
}
