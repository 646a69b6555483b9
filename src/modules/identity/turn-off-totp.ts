import type { Ctx } from '#src/base/ctx.ts'
import { clearTotp } from './clear-totp.ts'
import { requireSelf } from './officer.ts'
import { requirePassword } from './require-password.ts'

/** An officer turns off their own second factor. Refuses a wrong password. */
export async function turnOffTotp(ctx: Ctx, input: { password: string }): Promise<void> {
  const officerId = requireSelf(ctx)
  await requirePassword(ctx, input.password, 'password')
  await clearTotp(ctx, officerId)
}
