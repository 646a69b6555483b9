import type { Ctx } from '#src/base/ctx.ts'
import { Refusal } from '#src/base/refusal.ts'
import { offerNearest, type Wanted } from './nearest-times.ts'

/** Runs a deed that takes a seat; where it is refused, says with it which free times are nearest. */
export async function withNearest<T>(ctx: Ctx, wanted: Wanted, deed: () => Promise<T>): Promise<T> {
  try {
    return await deed()
  } catch (error) {
    if (error instanceof Refusal) throw await offerNearest(ctx, error, wanted)
    throw error
  }
}
