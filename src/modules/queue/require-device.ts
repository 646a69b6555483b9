import type { Ctx } from '#src/base/ctx.ts'
import { Refusal } from '#src/base/refusal.ts'

/** Refuses a desk's browser that was never given a letter here. */
export async function requireDevice(ctx: Ctx, deviceId: string): Promise<void> {
  const device = await ctx.db
    .selectFrom('queue.device')
    .select('id')
    .where('office_id', '=', ctx.officeId)
    .where('id', '=', deviceId)
    .where('kind', '=', 'desk')
    .executeTakeFirst()
  if (!device) throw new Refusal('queue.device_unknown')
}
