import { inTransaction, type Ctx } from '#src/base/ctx.ts'
import { refuseBreach } from '#src/base/refuse-breach.ts'
import { Refusal } from '#src/base/refusal.ts'
import { requireRight } from '#src/base/right.ts'
import { record } from '#src/modules/audit/index.ts'
import { requireTimes, versionBreaches } from './air-plan.ts'
import type { OutreachSetting } from './setting.ts'

/** The office decides how its loudspeaker reads, and which phones are public. Refuses what cannot be. */
export async function changeSetting(ctx: Ctx, input: OutreachSetting): Promise<void> {
  requireRight(ctx, 'outreach.write')
  const times = requireTimes(input.airTimes)
  const phones = input.publicPhones.map((it) => it.replace(/[\s.()-]/g, ''))
  if (phones.some((it) => !/^\+?\d{3,15}$/.test(it)))
    throw new Refusal('outreach.phone_malformed', { field: 'publicPhones' })
  return inTransaction(ctx, async (ctx) => {
    const columns = {
      voice: input.voice,
      air_times: times,
      repeats: input.repeats,
      words_per_minute: input.wordsPerMinute,
      public_phones: [...new Set(phones)],
    }
    await refuseBreach(versionBreaches, () =>
      ctx.db
        .insertInto('outreach.setting')
        .values({ office_id: ctx.officeId, ...columns })
        .onConflict((oc) => oc.column('office_id').doUpdateSet(columns))
        .execute(),
    )
    await record(ctx, 'outreach.setting_changed', ctx.officeId)
  })
}
