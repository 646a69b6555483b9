import { inTransaction, type Ctx } from '#src/base/ctx.ts'
import { refuseBreach } from '#src/base/refuse-breach.ts'
import { Refusal } from '#src/base/refusal.ts'
import { requireRight } from '#src/base/right.ts'
import { record } from '#src/modules/audit/index.ts'
import type { Medium } from './copy.ts'
import { officerOf } from './officer-of.ts'
import { readStatementTemplate } from './read-statement-template.ts'
import { requireStatement } from './statement-template.ts'

/**
 * The office words its own statement. Each wording is kept under the next number; copies approved before
 * keep theirs. Refuses an empty one, a variable that does not exist, one without number, book or the
 * original's name, and one that somebody changed meanwhile (`after` is the number seen).
 */
export async function changeStatementTemplate(
  ctx: Ctx,
  input: { medium: Medium; after: number; body: string },
): Promise<void> {
  requireRight(ctx, 'offices.edit')
  const body = requireStatement(input.body)
  return inTransaction(ctx, async (ctx) => {
    const stands = await readStatementTemplate(ctx, input)
    if (stands.number !== input.after) throw new Refusal('certification.changed_meanwhile')
    const number = input.after + 1
    await refuseBreach({ template_pkey: ['certification.changed_meanwhile'] }, () =>
      ctx.db
        .insertInto('certification.template')
        .values({
          ...{ office_id: ctx.officeId, medium: input.medium, number, body },
          ...{ written_by: officerOf(ctx), written_at: ctx.now },
        })
        .execute(),
    )
    await record(ctx, 'certification.statement_changed', ctx.officeId, {
      medium: input.medium,
      number,
    })
  })
}
