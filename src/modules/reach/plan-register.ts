import type { Ctx } from '#src/base/ctx.ts'
import { listHamlets } from '#src/modules/offices/index.ts'
import { planBusinesses } from './plan-businesses.ts'
import { planHamlets } from './plan-hamlets.ts'
import type { Planned } from './planned.ts'
import { readBusinessRows, readHamletRows } from './register/read-rows.ts'
import type { RegisterKind, Typed } from './register/register.ts'

/** Compares a table with what is kept: empty cells and rows that are not in it change nothing. */
export async function planRegister(
  ctx: Ctx,
  kind: RegisterKind,
  typed: readonly Typed[],
): Promise<Planned[]> {
  if (kind === 'hamlets') return planHamlets(ctx, readHamletRows(typed))
  const hamlets = await listHamlets(ctx)
  return planBusinesses(
    ctx,
    readBusinessRows(
      typed,
      hamlets.map((it) => it.name),
    ),
    hamlets,
  )
}
