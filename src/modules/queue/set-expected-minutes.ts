import { inTransaction, type Ctx } from '#src/base/ctx.ts'
import { Refusal } from '#src/base/refusal.ts'
import { refuseBreach } from '#src/base/refuse-breach.ts'
import { requireRight } from '#src/base/right.ts'
import { record } from '#src/modules/audit/index.ts'

/**
 * The office says how long a procedure takes at its desk; null: as long as is usual. Appointments made
 * before keep their length. Refuses less than 5 and more than 240 minutes, and an unknown procedure.
 */
export async function setExpectedMinutes(
  ctx: Ctx,
  input: { procedureCode: string; minutes: number | null },
): Promise<void> {
  requireRight(ctx, 'offices.edit')
  const { procedureCode: procedure_code, minutes } = input
  if (minutes !== null && !(Number.isInteger(minutes) && minutes >= 5 && minutes <= 240))
    throw new Refusal('queue.minutes_impossible', { field: 'minutes' })
  return inTransaction(ctx, async (ctx) => {
    if (minutes === null)
      await ctx.db
        .deleteFrom('queue.expected_minutes')
        .where('office_id', '=', ctx.officeId)
        .where('procedure_code', '=', procedure_code)
        .execute()
    else
      await refuseBreach(
        {
          expected_minutes_are_of_a_known_procedure: [
            'queue.procedure_unknown',
            { field: 'procedureCode' },
          ],
        },
        () =>
          ctx.db
            .insertInto('queue.expected_minutes')
            .values({ office_id: ctx.officeId, procedure_code, minutes })
            .onConflict((oc) =>
              oc.columns(['office_id', 'procedure_code']).doUpdateSet({ minutes }),
            )
            .execute(),
      )
    await record(ctx, 'queue.expected_minutes_set', procedure_code, { minutes })
  })
}
