import { inTransaction, type Ctx } from '#src/base/ctx.ts'
import { Refusal } from '#src/base/refusal.ts'
import { refuseBreach } from '#src/base/refuse-breach.ts'
import { requireRight } from '#src/base/right.ts'
import { record } from '#src/modules/audit/index.ts'
import { hamletBreaches, hamletColumns, type Hamlet } from './hamlet.ts'

type Changes = Partial<Pick<Hamlet, 'name' | 'households'>>

/** The office corrects a hamlet. Refuses one of another office and a name that is empty or taken. */
export async function changeHamlet(
  ctx: Ctx,
  input: { hamletId: string; changes: Changes },
): Promise<Hamlet> {
  requireRight(ctx, 'offices.edit')
  const { name, households } = input.changes
  return inTransaction(ctx, async (ctx) => {
    const hamlet = await refuseBreach(hamletBreaches, () =>
      ctx.db
        .updateTable('offices.hamlet')
        .set((eb) => ({ id: eb.ref('id'), name, households }))
        .where('office_id', '=', ctx.officeId)
        .where('id', '=', input.hamletId)
        .returning(hamletColumns)
        .executeTakeFirst(),
    )
    if (!hamlet) throw new Refusal('offices.hamlet_not_found')
    await record(ctx, 'offices.hamlet_changed', hamlet.id)
    return hamlet
  })
}
