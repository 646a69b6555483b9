import { sql } from 'kysely'
import type { Ctx } from '#src/base/ctx.ts'
import { requireRight } from '#src/base/right.ts'
import { vietnamDay } from '#src/base/vietnam-day.ts'
import {
  addWorkingDays,
  isWorkingDay,
  readCalendar,
  previousWorkingDay,
} from '#src/modules/calendar/index.ts'
import { selectRequests, summaryOf, type RequestSummary } from './request.ts'

/** Due within so many working days, today's included, is due soon. */
export const dueSoonWorkingDays = 2
/** Not filed for more than so many working days is forgotten. */
export const forgottenWorkingDays = 3
/** A result handed over within so many days may still be asked to be rated. */
export const askRatingDays = 14

const most = 500

/** What the officer must not forget, each request under the first heading that fits. */
export type DayList = {
  /** A low rating opened it again. */
  reopened: RequestSummary[]
  overdue: RequestSummary[]
  dueSoon: RequestSummary[]
  /** The authority asked the person for papers or a payment. */
  awaitingCitizen: RequestSummary[]
  /** The result is here; somebody must be told. */
  resultWaiting: RequestSummary[]
  /** On record for days and not filed. */
  notFiled: RequestSummary[]
  /** Handed over and not rated yet. */
  unrated: RequestSummary[]
}

/** The desk's list for the day, each heading with the longest waiting first; at most 500 requests. */
export async function readDayList(
  ctx: Ctx,
  input: { today?: Temporal.PlainDate } = {},
): Promise<DayList> {
  requireRight(ctx, 'requests.read')
  const today = input.today ?? vietnamDay(ctx.now)
  const calendar = await readCalendar(ctx)
  const soon = addWorkingDays(calendar, today, dueSoonWorkingDays)
  let forgotten = isWorkingDay(calendar, today) ? today : previousWorkingDay(calendar, today)
  for (let left = forgottenWorkingDays; left > 0; left--)
    forgotten = previousWorkingDay(calendar, forgotten)
  const rows = await selectRequests(ctx)
    .where(
      sql<boolean>`(r.ended_at is null
        or (r.reopened_at is not null and r.settled_at is null)
        or (r.status = 10 and r.rated_at is null
            and r.ended_at > ${ctx.now}::timestamptz - make_interval(days => ${askRatingDays})))`,
    )
    .orderBy(sql`coalesce(r.due_at, r.received_at)`)
    .limit(most)
    .execute()
  const list: DayList = {
    reopened: [],
    overdue: [],
    dueSoon: [],
    awaitingCitizen: [],
    resultWaiting: [],
    notFiled: [],
    unrated: [],
  }
  for (const row of rows) {
    const request = summaryOf(ctx, row)
    const heading = headingOf(request, { soon, forgotten })
    if (heading) list[heading].push(request)
  }
  return list
}

/** `soon`: the last day that counts as due soon. `forgotten`: what came before it waits too long. */
function headingOf(
  request: RequestSummary,
  { soon, forgotten }: { soon: Temporal.PlainDate; forgotten: Temporal.PlainDate },
): keyof DayList | null {
  const { compare } = Temporal.PlainDate
  if (request.reopened) return 'reopened'
  if (request.stage === 'handed_over') return 'unrated'
  if (request.stage === 'result_waiting') return 'resultWaiting'
  if (request.stage === 'supplement' || request.stage === 'payment') return 'awaitingCitizen'
  if (request.overdue) return 'overdue'
  if (request.stage === 'preparing' || request.stage === 'ready')
    return compare(request.receivedOn, forgotten) < 0 ? 'notFiled' : null
  return request.dueOn && compare(request.dueOn, soon) <= 0 ? 'dueSoon' : null
}
