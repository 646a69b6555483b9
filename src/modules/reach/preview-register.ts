import type { Ctx } from '#src/base/ctx.ts'
import { requireRight } from '#src/base/right.ts'
import { planRegister } from './plan-register.ts'
import type { PlannedRow } from './planned.ts'
import type { RegisterKind } from './register/register.ts'
import { readTable } from './register/read-table.ts'

export type RegisterPreview = {
  rows: PlannedRow[]
  added: number
  changed: number
  same: number
  wrong: number
}

/**
 * What an import would do, row by row, with what is wrong in each; nothing is written. Refuses a table
 * without rows or without a name column.
 *
 * @param input.table cells as text, the first line naming the columns
 */
export async function previewRegister(
  ctx: Ctx,
  input: { kind: RegisterKind; table: readonly (readonly string[])[] },
): Promise<RegisterPreview> {
  requireRight(ctx, 'offices.edit')
  const plan = await planRegister(ctx, input.kind, readTable(input.kind, input.table))
  const rows = plan.map(({ line, name, will, troubles }) => ({ line, name, will, troubles }))
  const count = (will: PlannedRow['will']) => rows.filter((row) => row.will === will).length
  return {
    rows,
    added: count('add'),
    changed: count('change'),
    same: count('same'),
    wrong: count('wrong'),
  }
}
