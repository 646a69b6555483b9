import { inTransaction, type Ctx } from '#src/base/ctx.ts'
import { Refusal } from '#src/base/refusal.ts'
import { requireRight } from '#src/base/right.ts'
import { recountDue } from './due.ts'
import { tell } from './event.ts'
import { lockRequest } from './lock-request.ts'
import type { RequestRow } from './request.ts'
import { requireStep } from './require-step.ts'
import { optionalText, requireText } from './said-text.ts'
import { isEnd, statuses, stopsClock, type Status } from './status.ts'

/** These must be told in words: what is asked for, or why the matter ends. */
const saysWhy: ReadonlySet<Status> = new Set<Status>([
  statuses.not_received,
  statuses.supplement_asked,
  statuses.payment_asked,
  statuses.withdrawn,
  statuses.stopped,
])

/**
 * The authority has moved on, or the person withdrew: the status follows, with who wrote it and when.
 * A supplement or a payment asked for stops the authority's clock; back in progress it runs again and
 * the due date has moved. `note` says what is asked for or why it ended, in words that the person
 * reads when following the request; for other statuses it is for colleagues.
 *
 * Refuses a step that is not allowed, handing over (see `handOverResult`), no words where words are
 * due, and a moment in the future or before the present status.
 */
export async function changeStatus(
  ctx: Ctx,
  input: { requestId: string; to: Status; at?: Date; note?: string },
): Promise<void> {
  requireRight(ctx, 'requests.work')
  const { to } = input
  const at = input.at ?? ctx.now
  return inTransaction(ctx, async (ctx) => {
    const request = await lockRequest(ctx, input.requestId)
    requireStep(ctx, request, to, at)
    if (to === statuses.handed_over) throw new Refusal('requests.hand_over_says_to_whom')
    const note = saysWhy.has(to)
      ? requireText(input.note, 'requests.reason_missing', 'note')
      : optionalText(input.note, 'note')
    const received = to === statuses.received ? { clock_from: at } : {}
    await ctx.db
      .updateTable('requests.request')
      .set({
        status: to,
        status_at: at,
        ...received,
        ...(to === statuses.finished ? { result_at: at } : {}),
        ...(to === statuses.withdrawn ? { withdrawn_at: at } : {}),
        ...(isEnd(to) ? { ended_at: at, end_reason: note } : {}),
      })
      .where('office_id', '=', ctx.officeId)
      .where('id', '=', request.id)
      .execute()
    await turnClock(ctx, { ...request, ...received }, to, at, note)
    const told = note === null ? {} : { note }
    await tell(ctx, request.id, 'status_changed', { at, status: to, ...told })
  })
}

/** Stops the clock, lets it run again, or starts it when the authority has received the dossier. */
async function turnClock(
  ctx: Ctx,
  request: RequestRow,
  to: Status,
  at: Date,
  note: string | null,
): Promise<void> {
  const because = stopsClock(to)
  if (because) {
    await ctx.db
      .insertInto('requests.clock_stop')
      .values({
        office_id: ctx.officeId,
        request_id: request.id,
        because,
        asked_for: note ?? '',
        from_at: at,
      })
      .execute()
    return
  }
  await ctx.db
    .updateTable('requests.clock_stop')
    .set({ to_at: at })
    .where('office_id', '=', ctx.officeId)
    .where('request_id', '=', request.id)
    .where('to_at', 'is', null)
    .execute()
  if (to === statuses.received || to === statuses.in_progress) await recountDue(ctx, request)
}
