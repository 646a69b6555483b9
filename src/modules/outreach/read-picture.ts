import type { Ctx } from '#src/base/ctx.ts'
import { findPublished } from './find-published.ts'
import { requireOutreach } from './require-outreach.ts'

type Asked = { bulletinId: string; pictureId: string }

/**
 * A picture as a JPEG: for everybody when the words that stand show it, for who writes or approves
 * whenever it is there. Null for any other.
 */
export async function readPicture(ctx: Ctx, input: Asked): Promise<Buffer | null> {
  if (ctx.actor.kind === 'officer') requireOutreach(ctx)
  else {
    const stands = await findPublished(ctx, input)
    if (!stands?.pictures.some((it) => it.id === input.pictureId)) return null
  }
  const row = await ctx.db
    .selectFrom('outreach.picture')
    .select('content')
    .where('office_id', '=', ctx.officeId)
    .where('bulletin_id', '=', input.bulletinId)
    .where('id', '=', input.pictureId)
    .executeTakeFirst()
  return row?.content ?? null
}
