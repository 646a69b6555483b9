import type { Ctx } from '#src/base/ctx.ts'
import {
  feeFor,
  type Fee,
  type Method,
  type ProcedureVersion,
} from '#src/modules/catalogue/index.ts'

export type Fees = { method: Method; fee: Fee }[]

/** What each way of filing costs here: the office's own entry where the province sets it. */
export function readFees(
  ctx: Ctx,
  version: ProcedureVersion,
  at: Temporal.PlainDate,
): Promise<Fees> {
  return Promise.all(
    version.channels.map(async ({ method }) => ({
      method,
      fee: await feeFor(ctx, { version, method, at }),
    })),
  )
}
