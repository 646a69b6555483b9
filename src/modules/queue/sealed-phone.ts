import type { Ctx } from '#src/base/ctx.ts'
import { normalizePhone } from '#src/modules/places/index.ts'

/** A phone as it is kept: sealed, and marked so that it is found again. Refuses what is no phone. */
export function sealPhone(ctx: Ctx, typed: string): { sealed: Buffer; mark: Buffer } {
  const phone = normalizePhone(typed)
  return { sealed: ctx.sealer.seal(phone), mark: ctx.sealer.mark('phone', phone) }
}
