import type { Ctx } from '#src/base/ctx.ts'
import { getWish } from './get-wish.ts'
import { lockDays } from './lock-days.ts'
import type { Wish } from './wish.ts'

/** A wish, held with its day until the transaction ends: offers of a day are made and taken in turn. */
export async function lockWish(ctx: Ctx, token: string): Promise<Wish> {
  const { serviceDayId } = await getWish(ctx, token)
  await lockDays(ctx, [serviceDayId])
  return getWish(ctx, token)
}
