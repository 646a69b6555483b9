import { sql } from 'kysely'
import type { Ctx } from '#src/base/ctx.ts'
import { selectWishes } from './select-wishes.ts'
import type { Wish } from './wish.ts'

/** The wish of this link or this command; null when there is none. */
export async function findWish(
  ctx: Ctx,
  by: { token: string } | { clientKey: string },
): Promise<Wish | null> {
  const which = 'token' in by ? sql`w.token = ${by.token}` : sql`w.client_key = ${by.clientKey}`
  const [found] = await selectWishes(ctx, which)
  return found ?? null
}
