import { inTransaction, type Ctx } from '#src/base/ctx.ts'
import { requireRight } from '#src/base/right.ts'
import { record } from '#src/modules/audit/index.ts'
import { getProcedure } from '#src/modules/catalogue/index.ts'
import { vietnamDay } from '#src/base/vietnam-day.ts'
import type { NeedAnswer } from './copy.ts'
import { officerOf } from './officer-of.ts'
import { requireText } from './said-text.ts'

/**
 * The office has read on the authority's page whether certified copies are asked for: of one paper of
 * the procedure, or of all. `answer` null goes back to the catalogue. Refuses a missing source.
 */
export async function setNeedRule(
  ctx: Ctx,
  input: {
    procedureCode: string
    listedAs: string | null
    answer: NeedAnswer | null
    source: string
  },
): Promise<void> {
  requireRight(ctx, 'offices.edit')
  const key = { procedure_code: input.procedureCode, listed_as: input.listedAs ?? '' }
  return inTransaction(ctx, async (ctx) => {
    await getProcedure(ctx, { code: input.procedureCode, at: vietnamDay(ctx.now) })
    if (input.answer === null) {
      await ctx.db
        .deleteFrom('certification.need_rule')
        .where('office_id', '=', ctx.officeId)
        .where('procedure_code', '=', key.procedure_code)
        .where('listed_as', '=', key.listed_as)
        .execute()
    } else {
      const said = {
        answer: input.answer,
        source: requireText(input.source, 'certification.source_missing', 'source'),
        set_by: officerOf(ctx),
        set_at: ctx.now,
      }
      await ctx.db
        .insertInto('certification.need_rule')
        .values({ office_id: ctx.officeId, ...key, ...said })
        .onConflict((oc) =>
          oc.columns(['office_id', 'procedure_code', 'listed_as']).doUpdateSet(said),
        )
        .execute()
    }
    await record(ctx, 'certification.need_rule_set', ctx.officeId, {
      ...key,
      answer: input.answer,
    })
  })
}
