import type { Ctx } from '#src/base/ctx.ts'
import { vietnamDay } from '#src/base/vietnam-day.ts'
import { draftForDay } from '#src/modules/outreach/index.ts'
import { readServiceDayFigures } from '#src/modules/requests/index.ts'
import { listServiceDays } from '#src/modules/service-days/index.ts'
import { words } from '#src/words/index.ts'

/** Fewer could be known by their neighbours. */
const fewestTold = 3
const storyDays = 21

/**
 * Drafts what is to be told of a day now: that it comes, that it was moved or called off, with what
 * came of the last day as its story. Whoever changed the day need not be one who may write bulletins:
 * the house writes the draft, and an officer and the chairman follow.
 */
export async function draftBulletin(
  ctx: Ctx,
  serviceDayId: string,
  { early = false } = {},
): Promise<{ id: string } | null> {
  const house: Ctx = { ...ctx, actor: { kind: 'system', job: 'draft_bulletins' } }
  return draftForDay(house, { serviceDayId, story: await tellStory(ctx), early })
}

/** Numbers of the last day that was held; nobody's name, and nothing when too few came. */
async function tellStory(ctx: Ctx): Promise<{ vi: string; en: string } | null> {
  const to = vietnamDay(ctx.now)
  const days = await listServiceDays(ctx, { from: to.subtract({ days: storyDays }), to })
  const last = days.findLast((it) => it.state === 'closed')
  if (!last) return null
  const figures = await readServiceDayFigures(ctx, { serviceDayId: last.id })
  if (figures.received < fewestTold) return null
  const told = { people: figures.received, trips: figures.tripsSaved }
  return { vi: words.vi.outreach.story(told), en: words.en.outreach.story(told) }
}
