import { inTransaction, type Ctx } from '#src/base/ctx.ts'
import { Refusal } from '#src/base/refusal.ts'
import { refuseBreach } from '#src/base/refuse-breach.ts'
import { record } from '#src/modules/audit/index.ts'
import type { Channel, Target } from './channel.ts'
import { findLinkFor } from './find-link-for.ts'
import { everywhere, linkColumns, newLinkCode, type Link } from './link.ts'
import { requireRegister } from './require-register.ts'

/**
 * The short link of a channel in a hamlet, in a business or everywhere. Asked for again, by whomever
 * and at the same moment, it is the same link: what was printed goes on to count.
 *
 * Refuses two places at once and a place that this office does not have.
 */
export async function makeLink(
  ctx: Ctx,
  input: {
    channel: Channel
    target: Target
    hamletId?: string | null
    businessId?: string | null
  },
): Promise<Link> {
  requireRegister(ctx)
  const { channel, target } = input
  const hamletId = input.hamletId ?? null
  const businessId = input.businessId ?? null
  if (hamletId && businessId) throw new Refusal('reach.one_place')
  const madeFor = hamletId ?? businessId ?? everywhere
  return inTransaction(ctx, async (ctx) => {
    const find = () => findLinkFor(ctx, { channel, target, hamletId, businessId })
    const found = await find()
    if (found) return found
    // A code that another link has already is drawn anew, as one made meanwhile is taken.
    for (;;) {
      const made = await refuseBreach(breaches, () =>
        ctx.db
          .insertInto('reach.link')
          .values({
            office_id: ctx.officeId,
            code: newLinkCode(),
            channel,
            target,
            hamlet_id: hamletId,
            business_id: businessId,
            made_for: madeFor,
            made_at: ctx.now,
          })
          .onConflict((it) => it.doNothing())
          .returning(linkColumns)
          .executeTakeFirst(),
      )
      if (made) await record(ctx, 'reach.link_made', made.id)
      const link = made ?? (await find())
      if (link) return link
    }
  })
}

const breaches: Parameters<typeof refuseBreach>[0] = {
  link_is_for_a_hamlet: ['reach.hamlet_not_found'],
  link_is_for_a_business: ['reach.business_not_found'],
}
