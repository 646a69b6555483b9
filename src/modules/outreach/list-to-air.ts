import type { Ctx } from '#src/base/ctx.ts'
import { vietnamDay } from '#src/base/vietnam-day.ts'
import { listPublished, type Published } from './list-published.ts'

const rank = { urgent: 0, priority: 1, normal: 2 } as const

/**
 * What the loudspeaker is to read today: approved, within its days, and of a day that is as it was told;
 * the urgent first. What is told no more waits for its correction in `heldBack`.
 */
export async function listToAir(ctx: Ctx): Promise<{ toAir: Published[]; heldBack: Published[] }> {
  const today = vietnamDay(ctx.now)
  const { compare } = Temporal.PlainDate
  const all = (await listPublished(ctx, { limit: 200 }))
    .filter(({ air }) => compare(air.from, today) <= 0 && compare(today, air.to) <= 0)
    .sort((a, b) => rank[a.priority] - rank[b.priority])
  return {
    toAir: all.filter((it) => it.since === null),
    heldBack: all.filter((it) => it.since !== null),
  }
}
