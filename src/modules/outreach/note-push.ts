import type { Ctx } from '#src/base/ctx.ts'
import { requireRight } from '#src/base/right.ts'
import type { DuePush } from './list-due-pushes.ts'
import type { PushTrouble } from './speaker-system.ts'

/** With doubling pauses that is about two days. */
const mostTries = 16
const longestPauseMinutes = 240

/**
 * A loudspeaker system took it, or why it did not. What may pass is tried again after growing pauses;
 * what does not, and what has been tried for two days, is held for a person.
 */
export async function notePush(
  ctx: Ctx,
  input: { push: DuePush; outcome: 'taken' | Exclude<PushTrouble, 'replaced'> },
): Promise<void> {
  requireRight(ctx, 'outreach.write')
  const { push, outcome } = input
  const tries = push.tries + 1
  const pause = Math.min(2 ** push.tries, longestPauseMinutes) * 60_000
  const held =
    outcome === 'key_wrong' || outcome === 'refused' || outcome === 'no_sound' || tries >= mostTries
  await ctx.db
    .updateTable('outreach.speaker_push')
    .set(
      outcome === 'taken'
        ? { state: 'taken', tries, why: null, taken_at: ctx.now }
        : {
            state: held ? 'held' : 'waiting',
            tries,
            why: outcome,
            next_at: new Date(ctx.now.getTime() + pause),
          },
    )
    .where('office_id', '=', ctx.officeId)
    .where('id', '=', push.id)
    // Replaced while it was under way: the newer one tells the system what holds.
    .where('state', '=', 'waiting')
    .execute()
}
