import { inTransaction, type Ctx } from '#src/base/ctx.ts'
import { Refusal } from '#src/base/refusal.ts'
import { requireRight } from '#src/base/right.ts'
import { record } from '#src/modules/audit/index.ts'
import { requireNamelessStory } from './require-nameless-story.ts'

/**
 * An officer tells what went well, without saying of whom; the next bulletin of a day that is drafted
 * tells it once, instead of the numbers of the last day. A later story takes the place of one that waits.
 * Refuses an empty or long one, and anything by which a person could be known.
 */
export async function writeStory(
  ctx: Ctx,
  input: { textVi: string; textEn: string },
): Promise<void> {
  requireRight(ctx, 'outreach.write')
  const tidy = (text: string) => text.normalize('NFC').replace(/\s+/g, ' ').trim()
  const [textVi, textEn] = [tidy(input.textVi), tidy(input.textEn)]
  if (textVi === '') throw new Refusal('outreach.story_missing', { field: 'storyVi' })
  await requireNamelessStory(ctx, 'storyVi', textVi)
  await requireNamelessStory(ctx, 'storyEn', textEn)
  return inTransaction(ctx, async (ctx) => {
    if (ctx.actor.kind !== 'officer') throw new Refusal('identity.not_allowed')
    await ctx.db
      .updateTable('outreach.story')
      .set({ dropped_at: ctx.now })
      .where('office_id', '=', ctx.officeId)
      .where('told_in', 'is', null)
      .where('dropped_at', 'is', null)
      .execute()
    const { id } = await ctx.db
      .insertInto('outreach.story')
      .values({
        office_id: ctx.officeId,
        text_vi: textVi,
        text_en: textEn,
        written_by: ctx.actor.officerId,
        written_at: ctx.now,
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    await record(ctx, 'outreach.story_written', id)
  })
}
