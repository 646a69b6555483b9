import { inTransaction, type Ctx } from '#src/base/ctx.ts'
import { Refusal } from '#src/base/refusal.ts'
import { requireRight } from '#src/base/right.ts'
import { record } from '#src/modules/audit/index.ts'
import { findNationalDay } from './find-national-day.ts'
import type { OfficeDay } from './work-calendar.ts'

/**
 * The office has a day off, works one, or is open for half of it; a day set before is set anew.
 * `insteadOf` names the day off that a worked day makes up for. Needs a name and a reason that
 * people may read; refuses a day that makes up for itself and years out of range.
 */
export async function setOfficeDay(
  ctx: Ctx,
  input: Omit<OfficeDay, 'insteadOf'> & { insteadOf?: Temporal.PlainDate | null },
): Promise<void> {
  requireRight(ctx, 'calendar.edit')
  const { date, kind } = input
  const name = input.name.normalize().trim()
  const reason = input.reason.normalize().trim()
  const insteadOf = kind === 'off' ? null : (input.insteadOf ?? null)
  findNationalDay(date)
  if (name === '') throw new Refusal('calendar.name_missing', { field: 'name' })
  if (reason === '') throw new Refusal('calendar.reason_missing', { field: 'reason' })
  if (insteadOf?.equals(date))
    throw new Refusal('calendar.makes_up_for_itself', { field: 'insteadOf' })

  return inTransaction(ctx, async (ctx) => {
    const said = { kind, name, reason, instead_of: insteadOf, set_at: ctx.now }
    await ctx.db
      .insertInto('calendar.office_day')
      .values({ office_id: ctx.officeId, date, ...said })
      .onConflict((oc) => oc.columns(['office_id', 'date']).doUpdateSet(said))
      .execute()
    await record(ctx, 'calendar.office_day_set', date.toString(), { kind })
  })
}
