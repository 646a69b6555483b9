import type { Ctx } from '#src/base/ctx.ts'
import { Refusal } from '#src/base/refusal.ts'
import { moveVisit } from './move-visit.ts'
import { nothingMore, onVisit, type OnVisit } from './on-visit.ts'

/**
 * Somebody leaves the line without being served: sent elsewhere unless they gave up, with the reason.
 * Refuses no reason, and one longer than 300 letters.
 */
export async function sendAway(
  ctx: Ctx,
  input: OnVisit & { reason: string; outcome?: 'sent_elsewhere' | 'gave_up' },
): Promise<void> {
  const reason = input.reason.normalize('NFC').trim()
  if (reason === '' || reason.length > 300)
    throw new Refusal('queue.away_reason_missing', { field: 'reason' })
  const outcome = input.outcome ?? 'sent_elsewhere'
  return onVisit(
    ctx,
    input,
    { kind: 'away', action: 'sendAway' },
    async (ctx, command, visit) => {
      const { counterId } = visit
      await moveVisit(ctx, command, visit, { kind: 'left', outcome, reason, counterId })
    },
    nothingMore,
  )
}
