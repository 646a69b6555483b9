import type { Ctx } from '#src/base/ctx.ts'
import type { Medium } from './copy.ts'
import { sampleStatements } from './statement-template.ts'

/** A wording of the statement; `number` 0 is the sample that ships. */
export type StatementTemplate = {
  medium: Medium
  number: number
  body: string
  writtenBy: string | null
  writtenAt: Date | null
}

/** The wording that holds now. */
export async function readStatementTemplate(
  ctx: Pick<Ctx, 'db' | 'officeId'>,
  input: { medium: Medium },
): Promise<StatementTemplate> {
  const row = await ctx.db
    .selectFrom('certification.template')
    .select(['number', 'body', 'written_by as writtenBy', 'written_at as writtenAt'])
    .where('office_id', '=', ctx.officeId)
    .where('medium', '=', input.medium)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst()
  const { medium } = input
  return row
    ? { medium, ...row }
    : { medium, number: 0, body: sampleStatements[medium], writtenBy: null, writtenAt: null }
}
