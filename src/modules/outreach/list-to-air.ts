import type { Ctx } from '#src/base/ctx.ts'
import { vietnamDay } from '#src/base/vietnam-day.ts'
import { listPublished, type Published } from './list-published.ts'

const rank = { urgent: 0, priority: 1, normal: 2 } as const

/** What the loudspeaker is to read today: approved, and within its days; the urgent first. */
export async function listToAir(ctx: Ctx): Promise<Published[]> {
  const today = vietnamDay(ctx.now)
  const { compare } = Temporal.PlainDate
  return (await listPublished(ctx, { limit: 200 }))
    .filter(({ air }) => compare(air.from, today) <= 0 && compare(today, air.to) <= 0)
    .sort((a, b) => rank[a.priority] - rank[b.priority])
}
