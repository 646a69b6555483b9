import type { Ctx } from '#src/base/ctx.ts'
import { requireOutreach } from './require-outreach.ts'

/** The photo that proves a publication, as a JPEG; null when there is none. For who writes or approves. */
export async function readProof(
  ctx: Ctx,
  input: { bulletinId: string; publicationId: string },
): Promise<Buffer | null> {
  requireOutreach(ctx)
  const row = await ctx.db
    .selectFrom('outreach.publication')
    .select('photo')
    .where('office_id', '=', ctx.officeId)
    .where('bulletin_id', '=', input.bulletinId)
    .where('id', '=', input.publicationId)
    .executeTakeFirst()
  return row?.photo ?? null
}
