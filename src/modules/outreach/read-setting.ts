import type { Ctx } from '#src/base/ctx.ts'
import { clock } from './bulletin.ts'
import { usualSetting, type OutreachSetting } from './setting.ts'

/** The office's own decisions, or the usual ones. */
export async function readSetting(ctx: Pick<Ctx, 'db' | 'officeId'>): Promise<OutreachSetting> {
  const row = await ctx.db
    .selectFrom('outreach.setting')
    .selectAll()
    .where('office_id', '=', ctx.officeId)
    .executeTakeFirst()
  if (!row) return usualSetting
  return {
    voice: row.voice,
    airTimes: row.air_times.map(clock),
    repeats: row.repeats,
    wordsPerMinute: row.words_per_minute,
    publicPhones: row.public_phones,
  }
}
