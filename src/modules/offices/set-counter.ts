import { inTransaction, type Ctx } from '#src/base/ctx.ts'
import { refuseBreach } from '#src/base/refuse-breach.ts'
import { requireRight } from '#src/base/right.ts'
import { record } from '#src/modules/audit/index.ts'
import { counterColumns, type Counter } from './counter.ts'

/** The office adds the counter of this number, or renames or closes it. Refuses a number outside 1 to 99. */
export async function setCounter(
  ctx: Ctx,
  input: { number: number; name: string; inUse: boolean },
): Promise<Counter> {
  requireRight(ctx, 'offices.edit')
  const said = { name: input.name, in_use: input.inUse }
  return inTransaction(ctx, async (ctx) => {
    const counter = await refuseBreach(
      {
        counter_number_is_on_a_sign: ['offices.counter_number_impossible', { field: 'number' }],
      },
      () =>
        ctx.db
          .insertInto('offices.counter')
          .values({ office_id: ctx.officeId, number: input.number, ...said })
          .onConflict((oc) => oc.columns(['office_id', 'number']).doUpdateSet(said))
          .returning(counterColumns)
          .executeTakeFirstOrThrow(),
    )
    await record(ctx, 'offices.counter_set', counter.id, { number: counter.number })
    return counter
  })
}
