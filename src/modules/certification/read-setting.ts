import type { Ctx } from '#src/base/ctx.ts'
import { usualSetting, type Setting } from './setting.ts'

/** How this office calls its books and itself; as usual where it has not said. */
export async function readSetting(ctx: Pick<Ctx, 'db' | 'officeId'>): Promise<Setting> {
  const row = await ctx.db
    .selectFrom('certification.setting')
    .select(['symbol_paper as symbolPaper', 'symbol_electronic as symbolElectronic'])
    .select('agency_name as agencyName')
    .where('office_id', '=', ctx.officeId)
    .executeTakeFirst()
  return row ?? usualSetting
}
