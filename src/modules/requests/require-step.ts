import type { Ctx } from '#src/base/ctx.ts'
import { Refusal } from '#src/base/refusal.ts'
import type { RequestRow } from './request.ts'
import { mayFollow, nextStatuses, type Status } from './status.ts'

/**
 * Refuses a status that may not follow the present one (the params list the codes of what may), a
 * request that is not filed, and a moment in the future or before the present status.
 */
export function requireStep(
  ctx: Pick<Ctx, 'now'>,
  request: RequestRow,
  to: Status,
  at: Date,
): void {
  if (request.status === null || request.status_at === null)
    throw new Refusal(request.withdrawn_at ? 'requests.has_ended' : 'requests.not_filed')
  const from = request.status as Status
  if (!mayFollow(from, to)) {
    const possible = nextStatuses(from)
    throw possible.length === 0
      ? new Refusal('requests.has_ended')
      : new Refusal('requests.status_may_not_follow', {
          field: 'to',
          params: { from, to, possible: possible.join(',') },
        })
  }
  if (at > ctx.now) throw new Refusal('requests.date_in_future', { field: 'at' })
  if (at < request.status_at) throw new Refusal('requests.date_before_status', { field: 'at' })
}
