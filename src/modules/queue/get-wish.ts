import type { Ctx } from '#src/base/ctx.ts'
import { Refusal } from '#src/base/refusal.ts'
import { findWish } from './find-wish.ts'
import type { Wish } from './wish.ts'

/** Somebody's place on the waiting list, and what is offered to them. Refuses an unknown link. */
export async function getWish(ctx: Ctx, token: string): Promise<Wish> {
  const wish = await findWish(ctx, { token })
  if (!wish) throw new Refusal('queue.wish_not_found')
  return wish
}
