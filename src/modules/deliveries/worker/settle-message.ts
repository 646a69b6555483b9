import { sql } from 'kysely'
import { inTransaction, type Ctx } from '#src/base/ctx.ts'
import type { Sent } from '#src/outside/messages/driver.ts'
import type { Claimed } from './claim-message.ts'
import { decide } from './decide.ts'
import { repeatsForHours, type DeliveryWorld } from './delivery-world.ts'
import { noteAnswer } from './note-answer.ts'

/**
 * Writes down what the channel answered. Of an attempt that was taken for dead meanwhile only a good
 * answer still counts, and none when a newer attempt has begun or a report came first.
 */
export async function settleMessage(
  ctx: Ctx,
  world: DeliveryWorld,
  claimed: Claimed,
  sent: Sent,
): Promise<void> {
  return inTransaction(ctx, async (ctx) => {
    await ctx.db
      .updateTable('deliveries.attempt')
      .set({
        ended_at: ctx.now,
        outcome: sent.outcome,
        why: sent.outcome === 'accepted' ? null : sent.why,
      })
      .where('office_id', '=', ctx.officeId)
      .where('message_id', '=', claimed.id)
      .where('number', '=', claimed.attempts)
      .execute()
    const stands = await ctx.db
      .selectFrom('deliveries.message')
      .select(['state', 'attempts'])
      .where('office_id', '=', ctx.officeId)
      .where('id', '=', claimed.id)
      .forUpdate()
      .executeTakeFirstOrThrow()
    await noteAnswer(ctx, claimed, sent, world.pace)
    if (stands.attempts !== claimed.attempts) return
    if (stands.state === 'delivered') return addRef(ctx, claimed.id, sent)
    const lateYes = sent.outcome === 'accepted' && ['held', 'waiting'].includes(stands.state)
    if (stands.state !== 'sending' && !lateYes) return
    const tried = {
      failures: claimed.failures,
      firstTriedAt: claimed.first_tried_at,
      pinnedSince: claimed.pinned_since,
      repeatsForHours: repeatsForHours(world.drivers[claimed.provider]),
      hasOther: claimed.has_other,
    }
    const it = decide(tried, sent, ctx.now, world.pace, Math.random())
    const report =
      sent.outcome === 'accepted' && sent.ref !== null
        ? await takeReport(ctx, claimed, sent.ref)
        : undefined
    await ctx.db
      .updateTable('deliveries.message')
      .set({
        state: report ? (report.arrived ? 'delivered' : 'failed') : it.state,
        why: report ? (report.arrived ? null : (report.why ?? 'not_delivered')) : it.why,
        failures: it.failures,
        pinned_since: it.pinnedSince,
        leased_until: null,
        ...(it.nextAt && { next_at: it.nextAt }),
        ...(sent.outcome === 'accepted' && { ref: sent.ref }),
        settled_at: ['accepted', 'delivered', 'failed'].includes(it.state) ? ctx.now : null,
      })
      .where('office_id', '=', ctx.officeId)
      .where('id', '=', claimed.id)
      .execute()
  })
}

async function addRef(ctx: Ctx, id: string, sent: Sent): Promise<void> {
  if (sent.outcome !== 'accepted') return
  await ctx.db
    .updateTable('deliveries.message')
    .set({ ref: sql`coalesce(ref, ${sent.ref})` })
    .where('office_id', '=', ctx.officeId)
    .where('id', '=', id)
    .execute()
}

/** A report that came before we knew the channel's name of the message. */
async function takeReport(ctx: Ctx, { channel }: Claimed, ref: string) {
  const rows = await ctx.db
    .deleteFrom('deliveries.report')
    .where('office_id', '=', ctx.officeId)
    .where('channel', '=', channel)
    .where('ref', '=', ref)
    .returning(['arrived', 'why'])
    .execute()
  return rows.find((row) => row.arrived) ?? rows[0]
}
