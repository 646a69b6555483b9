import { inTransaction, type Ctx } from '#src/base/ctx.ts'
import { refuseBreach } from '#src/base/refuse-breach.ts'
import { Refusal } from '#src/base/refusal.ts'
import { requireRight } from '#src/base/right.ts'
import { record } from '#src/modules/audit/index.ts'
import { latestOf } from './bulletin.ts'
import { getBulletin } from './get-bulletin.ts'

/**
 * The office reads a bulletin itself, and its recording is aired in place of the machine's voice. It
 * belongs to one version: other words need another. Refuses what is neither MP3 nor WAV, more than
 * 12 MB, and a version that is not there.
 */
export async function keepRecording(
  ctx: Ctx,
  input: { bulletinId: string; version: number; content: Buffer },
): Promise<void> {
  requireRight(ctx, 'outreach.write')
  const mediaType = soundOf(input.content)
  if (!mediaType) throw new Refusal('outreach.not_sound', { field: 'recording' })
  return inTransaction(ctx, async (ctx) => {
    const latest = latestOf(await getBulletin(ctx, input))
    if (latest.number !== input.version) throw new Refusal('outreach.changed_meanwhile')
    if (ctx.actor.kind !== 'officer') throw new Refusal('identity.not_allowed')
    const columns = {
      content: input.content,
      media_type: mediaType,
      made_by: ctx.actor.officerId,
      made_at: ctx.now,
    }
    await refuseBreach(
      { recording_is_not_too_large: ['outreach.recording_too_large', { field: 'recording' }] },
      () =>
        ctx.db
          .insertInto('outreach.recording')
          .values({
            office_id: ctx.officeId,
            bulletin_id: input.bulletinId,
            version: input.version,
            ...columns,
          })
          .onConflict((oc) => oc.columns(['bulletin_id', 'version']).doUpdateSet(columns))
          .execute(),
    )
    await record(ctx, 'outreach.recorded', input.bulletinId, { version: input.version })
  })
}

/** By its first bytes: a name can say anything. */
function soundOf(content: Buffer): 'audio/mpeg' | 'audio/wav' | null {
  const head = content.toString('latin1', 0, 12)
  if (head.startsWith('RIFF') && head.endsWith('WAVE')) return 'audio/wav'
  const frame = content[0] === 0xff && ((content[1] ?? 0) & 0xe6) === 0xe2
  return head.startsWith('ID3') || frame ? 'audio/mpeg' : null
}
