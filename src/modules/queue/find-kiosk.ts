import type { Ctx } from '#src/base/ctx.ts'
import { enterOffice, type World } from '#src/base/world.ts'
import { hashKioskToken, officeOfToken } from './kiosk.ts'

/**
 * The kiosk that this token lets in, with what its pages are done with: a citizen of its office. Null
 * for a token that was never given or whose kiosk was removed. Notes once a minute that it was there.
 */
export async function findKiosk(
  world: World,
  token: string,
): Promise<{ id: string; name: string; ctx: Ctx } | null> {
  const officeId = officeOfToken(token)
  if (officeId === null) return null
  const ctx = enterOffice(world, officeId, { kind: 'citizen' })
  const kiosk = await ctx.db
    .selectFrom('queue.device')
    .select(['id', 'name', 'last_seen_at'])
    .where('office_id', '=', officeId)
    .where('token_hash', '=', hashKioskToken(token))
    .where('removed_at', 'is', null)
    .executeTakeFirst()
  if (!kiosk) return null
  const { id, name, last_seen_at: seen } = kiosk
  if (!seen || ctx.now.getTime() - seen.getTime() >= 60_000)
    await ctx.db
      .updateTable('queue.device')
      .set({ last_seen_at: ctx.now })
      .where('office_id', '=', officeId)
      .where('id', '=', id)
      .execute()
  return { id, name, ctx }
}
