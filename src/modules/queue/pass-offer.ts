import { inTransaction, type Ctx } from '#src/base/ctx.ts'
import { Refusal } from '#src/base/refusal.ts'
import { record } from '#src/modules/audit/index.ts'
import { endWish } from './end-wish.ts'
import { getWish } from './get-wish.ts'
import { lockWish } from './lock-wish.ts'
import type { Wish } from './wish.ts'

/** Somebody does not take what is offered: it is free for the next (`passOnFreedSeats`). */
export async function passOffer(ctx: Ctx, input: { token: string }): Promise<Wish> {
  return inTransaction(ctx, async (ctx) => {
    const wish = await lockWish(ctx, input.token)
    if (wish.state === 'waiting') throw new Refusal('queue.no_offer')
    if (wish.state === 'offered') {
      await endWish(ctx, wish.id, 'lapsed')
      await record(ctx, 'queue.offer_passed', wish.id)
    }
    return getWish(ctx, input.token)
  })
}
