import type { Ctx } from '#src/base/ctx.ts'
import type { Channel, Target } from './channel.ts'
import { everywhere, linkColumns, type Link } from './link.ts'

/** The short link that was made for a channel in a place, or everywhere; null where none was made yet. */
export async function findLinkFor(
  ctx: Pick<Ctx, 'db' | 'officeId'>,
  input: { channel: Channel; target: Target; hamletId?: string | null; businessId?: string | null },
): Promise<Link | null> {
  const link = await ctx.db
    .selectFrom('reach.link')
    .select(linkColumns)
    .where('office_id', '=', ctx.officeId)
    .where('channel', '=', input.channel)
    .where('target', '=', input.target)
    .where('made_for', '=', input.hamletId ?? input.businessId ?? everywhere)
    .executeTakeFirst()
  return link ?? null
}
