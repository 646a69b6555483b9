import type { Ctx } from '#src/base/ctx.ts'
import type { EventKind, RequestEvent } from './event.ts'
import type { Status } from './status.ts'

/** What happened to a request, in order. */
export async function readEvents(ctx: Ctx, requestId: string): Promise<RequestEvent[]> {
  const rows = await ctx.db
    .selectFrom('requests.event')
    .select(['at', 'kind', 'status', 'note', 'officer_id'])
    .where('office_id', '=', ctx.officeId)
    .where('request_id', '=', requestId)
    .orderBy('id')
    .execute()
  return rows.map((row) => ({
    at: row.at,
    kind: row.kind as EventKind,
    status: row.status as Status | null,
    note: row.note,
    officerId: row.officer_id,
  }))
}
