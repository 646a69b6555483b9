import type { Ctx } from '#src/base/ctx.ts'
import type { NeedAnswer } from './copy.ts'

/** Where the office knows better than the catalogue; `listedAs` null is for every paper. */
export type NeedRule = {
  procedureCode: string
  listedAs: string | null
  answer: NeedAnswer
  source: string
  setAt: Date
}

export async function listNeedRules(ctx: Pick<Ctx, 'db' | 'officeId'>): Promise<NeedRule[]> {
  const rows = await ctx.db
    .selectFrom('certification.need_rule')
    .selectAll()
    .where('office_id', '=', ctx.officeId)
    .orderBy('procedure_code')
    .orderBy('listed_as')
    .execute()
  return rows.map((row) => ({
    procedureCode: row.procedure_code,
    listedAs: row.listed_as || null,
    answer: row.answer,
    source: row.source,
    setAt: row.set_at,
  }))
}
