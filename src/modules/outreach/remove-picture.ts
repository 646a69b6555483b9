import { inTransaction, type Ctx } from '#src/base/ctx.ts'
import { requireRight } from '#src/base/right.ts'
import { record } from '#src/modules/audit/index.ts'
import { lockVersion } from './lock-version.ts'

/** Takes a picture out of a draft; former versions keep it. Refuses what is no draft any more. */
export async function removePicture(
  ctx: Ctx,
  input: { bulletinId: string; version: number; pictureId: string },
): Promise<void> {
  requireRight(ctx, 'outreach.write')
  return inTransaction(ctx, async (ctx) => {
    await lockVersion(ctx, input, 'illustrate')
    await ctx.db
      .deleteFrom('outreach.version_picture')
      .where('office_id', '=', ctx.officeId)
      .where('bulletin_id', '=', input.bulletinId)
      .where('version', '=', input.version)
      .where('picture_id', '=', input.pictureId)
      .execute()
    await record(ctx, 'outreach.picture_removed', input.bulletinId, { version: input.version })
  })
}
