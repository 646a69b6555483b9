import { inTransaction, type Ctx } from '#src/base/ctx.ts'
import { Refusal } from '#src/base/refusal.ts'
import { requireRight } from '#src/base/right.ts'
import { readCalendar, requireExtension } from '#src/modules/calendar/index.ts'
import { recountDue } from './due.ts'
import { tell } from './event.ts'
import { lockRequest } from './lock-request.ts'
import { requireText } from './said-text.ts'
import { stopsClock, type Status } from './status.ts'

/**
 * The authority apologised and named a new date (Mẫu 04, Thông tư 03/2025/TT-VPCP), with its reason.
 * Whether there may be a second letter is for the authority; what it names is
 * recorded, and the newest counts. Refuses one sent after the old date or while the clock stands still, a new date
 * that is not later or is a day off (calendar), and a request that has a result or no due date.
 */
export async function extendDue(
  ctx: Ctx,
  input: { requestId: string; newDueOn: Temporal.PlainDate; reason: string; sentAt?: Date },
): Promise<{ dueAt: Date }> {
  requireRight(ctx, 'requests.work')
  const reason = requireText(input.reason, 'requests.reason_missing', 'reason')
  const sentAt = input.sentAt ?? ctx.now
  return inTransaction(ctx, async (ctx) => {
    const request = await lockRequest(ctx, input.requestId)
    if (sentAt > ctx.now) throw new Refusal('requests.date_in_future', { field: 'sentAt' })
    if (request.ended_at || request.result_at) throw new Refusal('requests.has_ended')
    if (request.due_at === null) throw new Refusal('requests.no_due_date')
    if (stopsClock(request.status as Status)) throw new Refusal('calendar.extended_while_stopped')
    const old_due_at = request.due_at
    requireExtension(await readCalendar(ctx), old_due_at, { sentAt, newDueOn: input.newDueOn })
    await ctx.db
      .insertInto('requests.extension')
      .values({
        office_id: ctx.officeId,
        request_id: request.id,
        sent_at: sentAt,
        old_due_at,
        new_due_on: input.newDueOn,
        reason,
      })
      .execute()
    const dueAt = await recountDue(ctx, request)
    await tell(ctx, request.id, 'extended', { at: sentAt, note: reason })
    return { dueAt: dueAt ?? old_due_at }
  })
}
