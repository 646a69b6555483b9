import type { NationCtx } from '#src/base/ctx.ts'
import { Refusal } from '#src/base/refusal.ts'
import type { Commune } from './commune.ts'
import { findCommune } from './find-commune.ts'

/** The same as `findCommune`; refuses `places.commune_unknown` when no commune bears the code then. */
export async function getCommune(
  ctx: NationCtx,
  input: { code: string; at?: Temporal.PlainDate; field?: string },
): Promise<Commune> {
  const found = await findCommune(ctx, input)
  if (found) return found
  throw new Refusal('places.commune_unknown', {
    ...(input.field === undefined ? {} : { field: input.field }),
    params: { code: input.code },
  })
}
