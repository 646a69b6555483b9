import type { Ctx } from '#src/base/ctx.ts'
import { Refusal } from '#src/base/refusal.ts'
import { getProcedure, type ProcedureVersion } from '#src/modules/catalogue/index.ts'

export type Neighbours = { before: ProcedureVersion | null; after: ProcedureVersion | null }

/** The versions on either side in time, under whatever code they went or go by. */
export async function readNeighbours(ctx: Ctx, version: ProcedureVersion): Promise<Neighbours> {
  const { code, validFrom, validTo } = version
  const [before, after] = await Promise.all([
    standing(ctx, code, validFrom.subtract({ days: 1 }), 'before'),
    validTo ? standing(ctx, code, validTo, 'successor') : null,
  ])
  return { before, after }
}

/** What stood under the code on the day, or what the refusal names in its place. */
async function standing(
  ctx: Ctx,
  code: string,
  at: Temporal.PlainDate,
  instead: 'before' | 'successor',
): Promise<ProcedureVersion | null> {
  try {
    return await getProcedure(ctx, { code, at })
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    const other = String(error.params[instead] ?? '')
    return other === '' || other === code ? null : standing(ctx, other, at, instead)
  }
}
