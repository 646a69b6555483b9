import { inTransaction, type Ctx } from '#src/base/ctx.ts'
import { Refusal } from '#src/base/refusal.ts'
import { record } from '#src/modules/audit/index.ts'
import { endWish } from './end-wish.ts'
import { getWish } from './get-wish.ts'
import { lockWish } from './lock-wish.ts'
import type { Wish } from './wish.ts'

/** Somebody waits no longer. Refuses a wish that was taken: its appointment is cancelled instead. */
export async function withdrawWish(ctx: Ctx, input: { token: string }): Promise<Wish> {
  return inTransaction(ctx, async (ctx) => {
    const wish = await lockWish(ctx, input.token)
    if (wish.state === 'taken') throw new Refusal('queue.wish_ended')
    if (wish.state === 'waiting' || wish.state === 'offered') {
      await endWish(ctx, wish.id, 'withdrawn')
      await record(ctx, 'queue.wish_withdrawn', wish.id)
    }
    return getWish(ctx, input.token)
  })
}
