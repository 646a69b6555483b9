import { inTransaction, type Ctx } from '#src/base/ctx.ts'
import { refuseBreach } from '#src/base/refuse-breach.ts'
import { requireRight } from '#src/base/right.ts'
import { record } from '#src/modules/audit/index.ts'
import { requireAuthor } from './require-outreach.ts'

/**
 * Connects an IP loudspeaker system: from now on approved bulletins go there by themselves. Refuses one
 * without a name or without an address that begins with http:// or https://.
 *
 * @param key what the system asks for; kept sealed
 */
export async function addSpeakerSystem(
  ctx: Ctx,
  input: { name: string; address: string; key: string },
): Promise<{ id: string }> {
  requireRight(ctx, 'offices.edit')
  return inTransaction(ctx, async (ctx) => {
    const row = {
      office_id: ctx.officeId,
      name: input.name.normalize('NFC').trim(),
      address: input.address.trim().replace(/\/+$/, ''),
      key_sealed: ctx.sealer.seal(input.key),
      made_by: requireAuthor(ctx),
      made_at: ctx.now,
    }
    const { id } = await refuseBreach(
      {
        speaker_system_has_a_name: ['outreach.feed_name_missing', { field: 'name' }],
        speaker_system_has_an_address: ['outreach.link_malformed', { field: 'address' }],
      },
      () =>
        ctx.db
          .insertInto('outreach.speaker_system')
          .values(row)
          .returning('id')
          .executeTakeFirstOrThrow(),
    )
    await record(ctx, 'outreach.speaker_connected', id)
    return { id }
  })
}
