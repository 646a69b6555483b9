import { inTransaction, type Ctx } from '#src/base/ctx.ts'
import { Refusal } from '#src/base/refusal.ts'
import { requireRight } from '#src/base/right.ts'
import { record } from '#src/modules/audit/index.ts'

/** The office takes back what it had set: the day is again what the nation says. Refuses a day that was not set. */
export async function clearOfficeDay(ctx: Ctx, input: { date: Temporal.PlainDate }): Promise<void> {
  requireRight(ctx, 'calendar.edit')

  return inTransaction(ctx, async (ctx) => {
    const cleared = await ctx.db
      .deleteFrom('calendar.office_day')
      .where('office_id', '=', ctx.officeId)
      .where('date', '=', input.date)
      .returning('kind')
      .executeTakeFirst()
    if (!cleared) throw new Refusal('calendar.day_not_set')
    await record(ctx, 'calendar.office_day_cleared', input.date.toString(), cleared)
  })
}
