import type { Ctx } from '#src/base/ctx.ts'

/** What the link of a message is about; null when it is none of ours. */
export async function findByToken(
  ctx: Pick<Ctx, 'db' | 'officeId' | 'sealer'>,
  input: { token: string },
): Promise<{ subjectId: string; email: string | null } | null> {
  const row = await ctx.db
    .selectFrom('notices.choice')
    .select(['subject_id', 'email_sealed'])
    .where('office_id', '=', ctx.officeId)
    .where('token', '=', input.token)
    .executeTakeFirst()
  if (!row) return null
  const email = row.email_sealed && ctx.sealer.open(row.email_sealed)
  return { subjectId: row.subject_id, email }
}
