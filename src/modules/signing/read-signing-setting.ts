import type { Ctx } from '#src/base/ctx.ts'
import { usualSetting, type SigningSetting } from './setting.ts'

export async function readSigningSetting(ctx: Ctx): Promise<SigningSetting> {
  const row = await ctx.db
    .selectFrom('signing.setting')
    .select(['time_url as timeUrl', 'evidence', 'warn_days as warnDays'])
    .where('office_id', '=', ctx.officeId)
    .executeTakeFirst()
  return row ?? usualSetting
}
