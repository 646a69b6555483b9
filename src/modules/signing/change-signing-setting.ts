import { inTransaction, type Ctx } from '#src/base/ctx.ts'
import { refuseBreach } from '#src/base/refuse-breach.ts'
import { requireRight } from '#src/base/right.ts'
import { record } from '#src/modules/audit/index.ts'
import type { SigningSetting } from './setting.ts'

/**
 * Sets the time service and what goes into files beside the signatures. Holds for files that are
 * signed from now on; those that wait for a time ask the new service.
 */
export async function changeSigningSetting(ctx: Ctx, input: SigningSetting): Promise<void> {
  requireRight(ctx, 'offices.edit')
  return inTransaction(ctx, async (ctx) => {
    const columns = {
      time_url: input.timeUrl,
      evidence: input.evidence,
      warn_days: input.warnDays,
    }
    await refuseBreach(
      {
        setting_time_is_an_address: ['signing.time_address_malformed', { field: 'timeUrl' }],
        setting_evidence_needs_time: ['signing.evidence_needs_time', { field: 'timeUrl' }],
        setting_warns_in_time: ['signing.warn_days_impossible', { field: 'warnDays' }],
      },
      () =>
        ctx.db
          .insertInto('signing.setting')
          .values({ office_id: ctx.officeId, ...columns })
          .onConflict((oc) => oc.column('office_id').doUpdateSet(columns))
          .execute(),
    )
    await record(ctx, 'signing.setting_changed', ctx.officeId, {
      time: input.timeUrl !== null,
      evidence: input.evidence,
    })
  })
}
