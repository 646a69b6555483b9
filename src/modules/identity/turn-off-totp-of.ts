import type { Ctx } from '#src/base/ctx.ts'
import { requireRight } from '#src/base/right.ts'
import { clearTotp } from './clear-totp.ts'

/**
 * An administrator turns off the second factor of somebody who lost both the phone and the recovery
 * codes, and whom they know in person. Refuses an officer of another office.
 */
export async function turnOffTotpOf(ctx: Ctx, input: { officerId: string }): Promise<void> {
  requireRight(ctx, 'identity.manage')
  await clearTotp(ctx, input.officerId)
}
