import type { Ctx } from '#src/base/ctx.ts'
import { normalizePhone } from '#src/modules/places/index.ts'

/** A contact's phone as it is kept: undefined leaves what is there. Refuses what is no phone. */
export function sealContact(
  ctx: Pick<Ctx, 'sealer'>,
  typed: string | null,
  field: string,
): Buffer | null | undefined {
  if (typed === null) return undefined
  return typed.trim() === '' ? null : ctx.sealer.seal(normalizePhone(typed, field))
}
