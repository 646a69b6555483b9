import type { Ctx } from '#src/base/ctx.ts'
import { requireRight } from '#src/base/right.ts'
import { readHoldUps, readOutcomes, type DeliveryState } from '#src/modules/deliveries/index.ts'
import { messageColumns, messageOf } from './message-row.ts'
import { messages, type Message } from './message.ts'
import { noticeSubject } from './send-notice.ts'

const most = 50

/** How far a message is at its channel, and what held it up last, or holds it up now. */
export type OnItsWay = Message & { delivery: DeliveryState; trouble: string | null }

/** What a channel has and has not yet sent, the oldest first, with how far it is. */
export async function listOnTheirWay(ctx: Ctx): Promise<OnItsWay[]> {
  requireRight(ctx, 'queue.run')
  const rows = await messages(ctx)
    .select(messageColumns)
    .where('state', '=', 'on_its_way')
    .orderBy('asked_at')
    .orderBy('id')
    .limit(most)
    .execute()
  const ids = rows.map((it) => it.id)
  const outcomes = await readOutcomes(ctx, { kind: noticeSubject('').kind, ids })
  const waiting = [...outcomes.values()].filter((it) => it.state === 'waiting' && !it.why)
  const one = { planned: 0, due: 1, usual: 1, uncounted: 1 }
  const holdUps = await readHoldUps(
    ctx,
    [...new Set(waiting.map((it) => it.channel))].map((channel) => ({ channel, ...one })),
  )
  return rows.map((row) => {
    const outcome = outcomes.get(row.id)
    const untried = outcome?.state === 'waiting' && outcome.why === null
    const heldUp = untried && holdUps.find((it) => it.channel === outcome.channel)
    return {
      ...messageOf(ctx, row),
      delivery: outcome?.state ?? 'waiting',
      trouble: heldUp ? heldUp.why : (outcome?.why ?? null),
    }
  })
}
