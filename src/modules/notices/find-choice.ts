import type { Ctx } from '#src/base/ctx.ts'
import type { Choice } from './choice.ts'

/** How somebody chose to be told of a matter, the newest word of it; null when nobody asked. */
export async function findChoice(
  ctx: Pick<Ctx, 'db' | 'officeId' | 'sealer'>,
  input: { subjectId: string },
): Promise<Choice | null> {
  const row = await ctx.db
    .selectFrom('notices.choice')
    .selectAll()
    .where('office_id', '=', ctx.officeId)
    .where('subject_id', '=', input.subjectId)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (!row) return null
  return {
    way: row.way,
    email: row.email_sealed && ctx.sealer.open(row.email_sealed),
    how: row.how,
    chosenAt: row.chosen_at,
    chosenBy: row.chosen_by,
    token: row.token,
    site: row.site,
  }
}
