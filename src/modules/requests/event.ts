import type { Ctx } from '#src/base/ctx.ts'
import { record } from '#src/modules/audit/index.ts'
import type { Status } from './status.ts'

/** What is told of a request, in order. Worded under `requests.events`. */
export type EventKind =
  | 'received'
  | 'answers_changed'
  | 'vneid_blocked'
  | 'note'
  | 'filed'
  | 'status_changed'
  | 'extended'
  | 'handed_over'
  | 'withdrawn'
  | 'reopened'
  | 'settled'

export type RequestEvent = {
  at: Date
  kind: EventKind
  status: Status | null
  note: string | null
  officerId: string | null
}

/** Writes what happened into the history of the request, and that it happened into the trail. */
export async function tell(
  ctx: Ctx,
  requestId: string,
  kind: EventKind,
  more: { at?: Date; status?: Status; note?: string } = {},
): Promise<void> {
  await ctx.db
    .insertInto('requests.event')
    .values({
      office_id: ctx.officeId,
      request_id: requestId,
      at: more.at ?? ctx.now,
      officer_id: ctx.actor.kind === 'officer' ? ctx.actor.officerId : null,
      kind,
      status: more.status ?? null,
      note: more.note ?? null,
    })
    .execute()
  await record(
    ctx,
    `requests.${kind}`,
    requestId,
    more.status === undefined ? {} : { status: more.status },
  )
}
