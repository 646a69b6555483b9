import { inTransaction, type Ctx } from '#src/base/ctx.ts'
import { announce } from '#src/base/live.ts'
import { readOutcomes, type Outcome } from '#src/modules/deliveries/index.ts'
import { messages } from './message.ts'
import { noticeSubject } from './send-notice.ts'

/** For so long a channel may still say that what it took did not arrive. */
const reportDays = 3

/**
 * What the channels made of our messages: who was reached is told; where it failed, or a person has to
 * look, the message comes back to whom to ring up, with the reason. Every minute, and before officers
 * look.
 */
export async function settleNotices(ctx: Ctx): Promise<void> {
  return inTransaction(ctx, async (ctx) => {
    const lately = new Date(ctx.now.getTime() - reportDays * 24 * 3_600_000)
    const rows = await messages(ctx)
      .select(['id', 'state'])
      .where('channel', 'is not', null)
      .where((eb) =>
        eb.or([
          eb('state', '=', 'on_its_way'),
          eb.and([eb('state', '=', 'told'), eb('told_by', 'is', null), eb('told_at', '>', lately)]),
        ]),
      )
      .orderBy('id')
      .forUpdate()
      .execute()
    const ids = rows.map((it) => it.id)
    const outcomes = await readOutcomes(ctx, { kind: noticeSubject('').kind, ids })
    let changed = false
    for (const { id, state } of rows) {
      const outcome = outcomes.get(id)
      const change = outcome && changeFor(outcome, state, ctx.now)
      if (!change) continue
      changed = true
      await ctx.db
        .updateTable('notices.message')
        .set(change)
        .where('office_id', '=', ctx.officeId)
        .where('id', '=', id)
        .execute()
    }
    if (changed) await announce(ctx, 'notices', ctx.officeId)
  })
}

function changeFor({ state, why, settledAt }: Outcome, now: string, at: Date) {
  if (state === 'failed' || state === 'held')
    return { state: 'to_tell' as const, why, told_at: null, last_attempt_at: settledAt ?? at }
  if (now === 'told') return null
  if (state === 'accepted' || state === 'delivered') {
    const told = settledAt ?? at
    return { state: 'told' as const, why: null, told_at: told, last_attempt_at: told }
  }
  return state === 'withdrawn' ? { state: 'no_longer_needed' as const, why } : null
}
