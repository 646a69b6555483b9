import { randomBytes } from 'node:crypto'
import { inTransaction, type Ctx } from '#src/base/ctx.ts'
import { refuseBreach } from '#src/base/refuse-breach.ts'
import { requireRight } from '#src/base/right.ts'
import { record } from '#src/modules/audit/index.ts'

/**
 * Lets a loudspeaker system fetch what is to be aired. The token is shown this once: only its keyed
 * mark is kept. Refuses a feed without a name.
 */
export async function openSpeakerFeed(
  ctx: Ctx,
  input: { name: string },
): Promise<{ id: string; token: string }> {
  requireRight(ctx, 'outreach.write')
  const token = randomBytes(24).toString('base64url')
  return inTransaction(ctx, async (ctx) => {
    const madeBy = ctx.actor.kind === 'officer' ? ctx.actor.officerId : ''
    const { id } = await refuseBreach(
      { speaker_feed_has_a_name: ['outreach.feed_name_missing', { field: 'name' }] },
      () =>
        ctx.db
          .insertInto('outreach.speaker_feed')
          .values({
            office_id: ctx.officeId,
            name: input.name.normalize('NFC').trim(),
            token_mark: markOf(ctx, token),
            made_by: madeBy,
            made_at: ctx.now,
          })
          .returning('id')
          .executeTakeFirstOrThrow(),
    )
    await record(ctx, 'outreach.feed_opened', id)
    return { id, token }
  })
}

export function markOf(ctx: Pick<Ctx, 'sealer'>, token: string): Buffer {
  return ctx.sealer.mark('speaker feed', token)
}
