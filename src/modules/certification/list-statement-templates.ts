import type { Ctx } from '#src/base/ctx.ts'
import type { Medium } from './copy.ts'
import type { StatementTemplate } from './read-statement-template.ts'
import { sampleStatements } from './statement-template.ts'

/** Every wording of the office, the newest first; the sample that ships comes last. */
export async function listStatementTemplates(
  ctx: Pick<Ctx, 'db' | 'officeId'>,
  { medium }: { medium: Medium },
): Promise<StatementTemplate[]> {
  const own = await ctx.db
    .selectFrom('certification.template')
    .select(['number', 'body', 'written_by as writtenBy', 'written_at as writtenAt'])
    .where('office_id', '=', ctx.officeId)
    .where('medium', '=', medium)
    .orderBy('number', 'desc')
    .execute()
  const sample = { number: 0, body: sampleStatements[medium], writtenBy: null, writtenAt: null }
  return [...own, sample].map((it) => ({ medium, ...it }))
}
