import { sql, type Selectable } from 'kysely'
import type { Ctx } from '#src/base/ctx.ts'
import type {
  RequestsChannel,
  RequestsComing,
  RequestsHomeKind,
  RequestsRequest,
} from '#src/base/database.generated.ts'
import { vietnamDay } from '#src/base/vietnam-day.ts'
import type { Relation, Said } from '#src/modules/catalogue/index.ts'
import { stageOf, waitingFor, type Stage, type WaitingFor } from './stage.ts'
import { stopsClock, type Status } from './status.ts'

/** A request as lists show it. */
export type RequestSummary = {
  id: string
  code: string
  receivedAt: Date
  receivedOn: Temporal.PlainDate
  serviceDayId: string | null
  /** The visit during which it was received; its number is told by `listVisitCodes` of queue. */
  visitId: string | null
  stage: Stage
  waitingFor: WaitingFor
  status: Status | null
  statusAt: Date | null
  procedureCode: string
  procedureName: Said
  authorityName: Said
  subjectName: string
  requesterName: string
  relation: Relation
  homeKind: RequestsHomeKind
  came: RequestsComing
  channel: RequestsChannel | null
  helperId: string | null
  externalCode: string | null
  filedAt: Date | null
  /** When the authority must have finished; null while its clock stands still or no time is known. */
  dueAt: Date | null
  dueOn: Temporal.PlainDate | null
  overdue: boolean
  missingPapers: number
  ratedAt: Date | null
  /** A low rating opened the matter again and nobody has answered it yet. */
  reopened: boolean
}

/**
 * The start of every query of requests: the rows of this office, with names and missing papers. The
 * names are looked up row by row: of two joins PostgreSQL once paired everybody with everybody, where it
 * had counted the requests of a new office but not yet its people.
 */
export function selectRequests(ctx: Pick<Ctx, 'db' | 'officeId'>) {
  return ctx.db
    .selectFrom('requests.request as r')
    .selectAll('r')
    .select([
      sql<string>`(select p.full_name from requests.person p where p.id = r.subject_id)`.as(
        'subject_name',
      ),
      sql<string>`(select p.full_name from requests.person p where p.id = r.requester_id)`.as(
        'requester_name',
      ),
    ])
    .select(
      sql<number>`case when r.status is null then (select count(*) from requests.item i
        where i.request_id = r.id and i.state = 'missing') else 0 end`.as('missing'),
    )
    .where('r.office_id', '=', ctx.officeId)
}

export type RequestRow = Selectable<RequestsRequest>

type SummaryRow = RequestRow & { subject_name: string; requester_name: string; missing: number }

export function summaryOf(ctx: Pick<Ctx, 'now'>, row: SummaryRow): RequestSummary {
  const status = row.status as Status | null
  const stage = stageOf({ status, withdrawnAt: row.withdrawn_at, missing: row.missing })
  const stopped = status !== null && stopsClock(status) !== null
  const dueAt = stopped ? null : row.due_at
  return {
    id: row.id,
    code: row.code,
    receivedAt: row.received_at,
    receivedOn: row.received_on,
    serviceDayId: row.service_day_id,
    visitId: row.visit_id,
    stage,
    waitingFor: waitingFor(stage),
    status,
    statusAt: row.status_at,
    procedureCode: row.procedure_code,
    procedureName: { vi: row.procedure_name, en: row.procedure_name_en },
    authorityName: { vi: row.authority_name, en: row.authority_name_en },
    subjectName: row.subject_name,
    requesterName: row.requester_name,
    relation: row.relation as Relation,
    homeKind: row.home_kind,
    came: row.came,
    channel: row.channel,
    helperId: row.helper_id,
    externalCode: row.external_code,
    filedAt: row.filed_at,
    dueAt,
    dueOn: dueAt && vietnamDay(dueAt),
    overdue: isOverdue(row, dueAt, ctx.now),
    missingPapers: row.missing,
    ratedAt: row.rated_at,
    reopened: row.reopened_at !== null && row.settled_at === null,
  }
}

/** Late is what has no result after its moment, not what was finished in time and waits to be collected. */
function isOverdue(row: RequestRow, dueAt: Date | null, now: Date): boolean {
  return dueAt !== null && row.ended_at === null && row.result_at === null && dueAt < now
}
