import type { Ctx } from '#src/base/ctx.ts'
import { vietnamDay } from '#src/base/vietnam-day.ts'
import type { Said } from '#src/modules/catalogue/index.ts'
import type { EventKind } from './event.ts'
import { readEvents } from './read-events.ts'
import { readItems } from './read-items.ts'
import { readStop } from './read-stop.ts'
import { initials } from './person.ts'
import { requireFollowed, type FollowKey } from './require-followed.ts'
import { selectRequests, summaryOf, type RequestSummary } from './request.ts'
import type { Status } from './status.ts'

/** What a person may see of their request without an account: no name beyond initials, no number. */
export type TrackedRequest = Pick<
  RequestSummary,
  | 'code'
  | 'stage'
  | 'waitingFor'
  | 'status'
  | 'statusAt'
  | 'procedureCode'
  | 'procedureName'
  | 'authorityName'
  | 'receivedOn'
  | 'externalCode'
  | 'dueOn'
  | 'overdue'
> & {
  subjectInitials: string
  filedOn: Temporal.PlainDate | null
  missing: Said[]
  /** What the authority asked for, or why it ended, as the officer wrote it for the person. */
  askedFor: string | null
  endReason: string | null
  steps: { at: Date; kind: EventKind; status: Status | null }[]
  /** For the address of the rating; null when it has been rated or there is nothing to rate yet. */
  ratingToken: string | null
}

/** What people need not see of the history: notes among colleagues and the work on VNeID. */
const shown: ReadonlySet<EventKind> = new Set<EventKind>([
  'received',
  'filed',
  'status_changed',
  'extended',
  'handed_over',
  'withdrawn',
])

/** Where a request stands, for whoever holds the slip or knows the code and the phone's last four digits. */
export async function trackRequest(ctx: Ctx, key: FollowKey): Promise<TrackedRequest> {
  const { id } = await requireFollowed(ctx, key)
  const row = await selectRequests(ctx).where('r.id', '=', id).executeTakeFirstOrThrow()
  const summary = summaryOf(ctx, row)
  const items = row.status === null ? await readItems(ctx, id) : []
  const events = await readEvents(ctx, id)
  return {
    code: summary.code,
    stage: summary.stage,
    waitingFor: summary.waitingFor,
    status: summary.status,
    statusAt: summary.statusAt,
    procedureCode: summary.procedureCode,
    procedureName: summary.procedureName,
    authorityName: summary.authorityName,
    receivedOn: summary.receivedOn,
    externalCode: summary.externalCode,
    dueOn: summary.dueOn,
    overdue: summary.overdue,
    subjectInitials: initials(summary.subjectName),
    filedOn: row.filed_at && vietnamDay(row.filed_at),
    missing: items.filter((it) => it.state === 'missing').map((it) => it.name),
    askedFor: (await readStop(ctx, id))?.askedFor ?? null,
    endReason: row.end_reason,
    steps: events
      .filter((event) => shown.has(event.kind))
      .map(({ at, kind, status }) => ({ at, kind, status })),
    ratingToken: row.rated_at === null && mayBeRated(row) ? row.slip_token : null,
  }
}

/** Once it has gone to the authority, or has ended, there is something to rate. */
export function mayBeRated(row: { status: number | null; ended_at: Date | null }): boolean {
  return row.status !== null || row.ended_at !== null
}
