import { sql } from 'kysely'
import type { Ctx } from '#src/base/ctx.ts'
import type { ChannelKind, DeliveryState, Subject } from './channel.ts'
import { readHoldUps } from './read-hold-ups.ts'

type Counts = Record<DeliveryState, number> & { total: number }

export type Progress = Counts & {
  /** Nothing is under way any more; what is held waits for a person. */
  done: boolean
  channels: (Counts & {
    channel: ChannelKind
    /** đồng for what the channel took; null when the office has not said what a part costs. */
    cost: number | null
  })[]
  /** Why some wait, are held or failed, the most frequent first. Codes with words. */
  reasons: { channel: ChannelKind; why: string; count: number }[]
}

const states = [
  ...(['waiting', 'sending', 'accepted', 'delivered', 'held', 'failed', 'withdrawn'] as const),
]

/** How far a broadcast has come, or all that is about one subject, with what it costs. */
export async function readProgress(
  ctx: Ctx,
  input: { broadcastId: string } | { subject: Subject },
): Promise<Progress> {
  const mine = ctx.db
    .selectFrom('deliveries.message as m')
    .leftJoin('deliveries.account as a', 'a.id', 'm.account_id')
    .where('m.office_id', '=', ctx.officeId)
    .where((eb) =>
      'broadcastId' in input
        ? eb('m.broadcast_id', '=', input.broadcastId)
        : eb.and([
            eb('m.subject_kind', '=', input.subject.kind),
            eb('m.subject_id', '=', input.subject.id),
          ]),
    )
  const rows = await mine
    .select(['m.channel', 'm.state'])
    .select(sql<number>`count(*)::int`.as('count'))
    .select(sql<number>`coalesce(sum(m.parts * a.cost_per_part), 0)`.as('cost'))
    .select(sql<number>`(count(*) filter (where a.cost_per_part is null))::int`.as('unpriced'))
    .groupBy(['m.channel', 'm.state'])
    .orderBy('m.channel')
    .execute()
  const isDue = sql`m.next_at <= ${ctx.now}`
  const idle = await mine
    .select('m.channel')
    .select([
      sql<number>`(count(*) filter (where m.next_at > ${ctx.now}))::int`.as('planned'),
      sql<number>`(count(*) filter (where ${isDue}))::int`.as('due'),
      sql<number>`(count(*) filter (where ${isDue} and m.priority > 0))::int`.as('usual'),
      sql<number>`(count(*) filter (where ${isDue} and not m.counted))::int`.as('uncounted'),
    ])
    .where('m.state', '=', 'waiting')
    .where('m.why', 'is', null)
    .groupBy('m.channel')
    .orderBy('m.channel')
    .execute()
  const reasons = await mine
    .select(['m.channel', 'm.why'])
    .select(sql<number>`count(*)::int`.as('count'))
    .where('m.why', 'is not', null)
    .where('m.state', 'in', ['waiting', 'sending', 'held', 'failed', 'withdrawn'])
    .groupBy(['m.channel', 'm.why'])
    .orderBy('count', 'desc')
    .orderBy('m.why')
    .execute()
  const channels = [...new Set(rows.map((row) => row.channel))].map((channel) => {
    const own = rows.filter((row) => row.channel === channel)
    const taken = own.filter((row) => row.state === 'accepted' || row.state === 'delivered')
    const priced = taken.every((row) => row.unpriced === 0)
    const cost = taken.reduce((sum, row) => sum + row.cost, 0)
    return { channel, ...count(own), cost: priced ? cost : null }
  })
  const all = count(rows)
  return {
    ...all,
    done: all.waiting + all.sending === 0,
    channels,
    reasons: [
      ...reasons.map(({ channel, why, count }) => ({ channel, why: why!, count })),
      ...(await readHoldUps(ctx, idle)),
    ],
  }
}

function count(rows: readonly { state: DeliveryState; count: number }[]): Counts {
  const of = (state: DeliveryState) =>
    rows.reduce((sum, row) => (row.state === state ? sum + row.count : sum), 0)
  const counts = Object.fromEntries(states.map((state) => [state, of(state)]))
  return {
    ...(counts as Record<DeliveryState, number>),
    total: rows.reduce((sum, row) => sum + row.count, 0),
  }
}
