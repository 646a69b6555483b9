import type { Ctx } from '#src/base/ctx.ts'

/** The story that waits for the next bulletin of a day; null when there is none. */
export async function findStory(
  ctx: Pick<Ctx, 'db' | 'officeId'>,
): Promise<{ id: string; vi: string; en: string } | null> {
  const row = await ctx.db
    .selectFrom('outreach.story')
    .select(['id', 'text_vi as vi', 'text_en as en'])
    .where('office_id', '=', ctx.officeId)
    .where('told_in', 'is', null)
    .where('dropped_at', 'is', null)
    .executeTakeFirst()
  return row ?? null
}
