import { inTransaction, type Ctx } from '#src/base/ctx.ts'
import { Refusal } from '#src/base/refusal.ts'
import { requireRight } from '#src/base/right.ts'
import { planRegister } from './plan-register.ts'
import { readTable } from './register/read-table.ts'
import type { RegisterKind } from './register/register.ts'

/**
 * Takes a table into the register, all of it or nothing. Rows that say what is kept already write
 * nothing, so the same file a second time changes nothing; who is not in the table stays as they are.
 *
 * Refuses a table with a row that is not right: `previewRegister` says which and why.
 */
export async function importRegister(
  ctx: Ctx,
  input: { kind: RegisterKind; table: readonly (readonly string[])[] },
): Promise<{ added: number; changed: number; same: number }> {
  requireRight(ctx, 'offices.edit')
  return inTransaction(ctx, async (ctx) => {
    const plan = await planRegister(ctx, input.kind, readTable(input.kind, input.table))
    const count = (will: string) => plan.filter((row) => row.will === will).length
    const wrong = count('wrong')
    if (wrong > 0)
      throw new Refusal('reach.rows_wrong', { field: 'file', params: { count: wrong } })
    for (const row of plan) await row.write(ctx)
    return { added: count('add'), changed: count('change'), same: count('same') }
  })
}
