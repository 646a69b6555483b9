import type { Ctx } from '#src/base/ctx.ts'

/** Equal for the same phone or e-mail address; the list itself tells nobody's. */
export function optOutMark(ctx: Pick<Ctx, 'sealer'>, address: string): Buffer {
  return ctx.sealer.mark('notices.opt_out', address)
}
