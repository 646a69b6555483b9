import { inTransaction, type Ctx } from '#src/base/ctx.ts'
import { refuseBreach } from '#src/base/refuse-breach.ts'
import { requireRight } from '#src/base/right.ts'
import { record } from '#src/modules/audit/index.ts'
import { hamletBreaches, hamletColumns, type Hamlet } from './hamlet.ts'

/** The office adds a hamlet of its commune. Refuses a name that is empty or taken. */
export async function addHamlet(
  ctx: Ctx,
  input: { name: string; households?: number | null },
): Promise<Hamlet> {
  requireRight(ctx, 'offices.edit')
  return inTransaction(ctx, async (ctx) => {
    const hamlet = await refuseBreach(hamletBreaches, () =>
      ctx.db
        .insertInto('offices.hamlet')
        .values({
          office_id: ctx.officeId,
          name: input.name,
          households: input.households ?? null,
        })
        .returning(hamletColumns)
        .executeTakeFirstOrThrow(),
    )
    await record(ctx, 'offices.hamlet_added', hamlet.id)
    return hamlet
  })
}
