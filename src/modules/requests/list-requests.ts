import { sql } from 'kysely'
import type { Ctx } from '#src/base/ctx.ts'
import { fold } from '#src/base/fold.ts'
import { requireRight } from '#src/base/right.ts'
import { asIdNumber, asPhone } from './numbers.ts'
import { parseRequestCode } from './request-code.ts'
import { selectRequests, summaryOf, type RequestSummary } from './request.ts'
import { statuses } from './status.ts'

/** Which requests: `open` has not ended, `unfiled` is with the desk, `filed` with the authority. */
export type RequestState =
  'open' | 'unfiled' | 'filed' | 'awaiting_citizen' | 'overdue' | 'result_waiting' | 'ended'

export type RequestFilter = {
  state?: RequestState
  procedureCode?: string
  /** A code of ours or the authority's, a part of a name, a whole phone or ID number. */
  text?: string
  /** Received by the officer who asks. */
  mine?: boolean
  /** Days of receipt, both included. */
  from?: Temporal.PlainDate
  to?: Temporal.PlainDate
  serviceDayId?: string
  /** Received during this visit. */
  visitId?: string
  /** Who needs the result, or came for it. */
  personId?: string
  /** `next` of the page before. */
  after?: string
  limit?: number
}

export type RequestPage = { items: RequestSummary[]; next: string | null }

/** The requests of the office, the newest first, page by page; 50 a page, at most 200. */
export async function listRequests(ctx: Ctx, input: RequestFilter = {}): Promise<RequestPage> {
  requireRight(ctx, 'requests.read')
  const limit = Math.min(Math.max(input.limit ?? 50, 1), 200)
  let query = selectRequests(ctx)
    .orderBy('r.received_at', 'desc')
    .orderBy('r.id', 'desc')
    .limit(limit + 1)
  if (input.state) query = query.where(states(ctx.now)[input.state])
  if (input.procedureCode) query = query.where('r.procedure_code', '=', input.procedureCode)
  if (input.from) query = query.where('r.received_on', '>=', input.from)
  if (input.to) query = query.where('r.received_on', '<=', input.to)
  if (input.serviceDayId) query = query.where('r.service_day_id', '=', input.serviceDayId)
  if (input.visitId) query = query.where('r.visit_id', '=', input.visitId)
  if (input.personId) {
    const { personId } = input
    query = query.where((eb) =>
      eb.or([eb('r.subject_id', '=', personId), eb('r.requester_id', '=', personId)]),
    )
  }
  if (input.mine && ctx.actor.kind === 'officer')
    query = query.where('r.helper_id', '=', ctx.actor.officerId)
  const about = input.text?.trim() ? matching(ctx, input.text.trim()) : null
  if (about) query = query.where(about)
  const after = input.after === undefined ? null : readCursor(input.after)
  if (after)
    query = query.where(
      sql<boolean>`(r.received_at, r.id) < (${after.receivedAt}::timestamptz, ${after.id}::uuid)`,
    )
  const rows = await query.select(sql<string>`r.received_at::text`.as('cursor_at')).execute()
  const page = rows.slice(0, limit)
  const last = page.at(-1)
  return {
    items: page.map((row) => summaryOf(ctx, row)),
    next: rows.length > limit && last ? `${last.cursor_at}_${last.id}` : null,
  }
}

function states(now: Date) {
  const { supplement_asked, payment_asked, finished } = statuses
  return {
    open: sql<boolean>`r.ended_at is null`,
    unfiled: sql<boolean>`r.ended_at is null and r.status is null`,
    filed: sql<boolean>`r.ended_at is null and r.status is not null`,
    awaiting_citizen: sql<boolean>`r.status in (${supplement_asked}, ${payment_asked})`,
    overdue: sql<boolean>`r.ended_at is null and r.result_at is null and r.due_at < ${now}
      and r.status not in (${supplement_asked}, ${payment_asked})`,
    result_waiting: sql<boolean>`r.status = ${finished}`,
    ended: sql<boolean>`r.ended_at is not null`,
  } satisfies Record<RequestState, unknown>
}

function matching(ctx: Ctx, text: string) {
  const code = parseRequestCode(text)
  if (code) return sql<boolean>`r.code = ${code}`
  const phone = asPhone(text)
  if (phone) return person(ctx, sql`phone_mark = ${ctx.sealer.mark('phone', phone)}`)
  const idNumber = asIdNumber(text)
  if (idNumber) return person(ctx, sql`id_number_mark = ${ctx.sealer.mark('id_number', idNumber)}`)
  const like = `%${fold(text).replace(/[\\%_]/g, '\\$&')}%`
  const named = person(ctx, sql`folded_name like ${like}`)
  return sql<boolean>`(${named} or r.external_code ilike ${like} or r.code ilike ${like})`
}

/** Whether the subject or the requester is such a person. */
function person(ctx: Ctx, such: ReturnType<typeof sql>) {
  const ids = sql`select id from requests.person where office_id = ${ctx.officeId} and ${such}`
  return sql<boolean>`(r.subject_id in (${ids}) or r.requester_id in (${ids}))`
}

/** A cursor that was not made by us begins from the start. */
function readCursor(text: string): { receivedAt: string; id: string } | null {
  const found = /^(\d{4}-\d\d-\d\d [\d:.]+\+\d\d(?::\d\d)?)_([0-9a-f-]{36})$/.exec(text)
  return found ? { receivedAt: found[1]!, id: found[2]! } : null
}
