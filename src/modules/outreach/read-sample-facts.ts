import type { Ctx } from '#src/base/ctx.ts'
import { findNextServiceDay, getServiceDay } from '#src/modules/service-days/index.ts'
import { words, type Lang } from '#src/words/index.ts'
import { readDayFacts } from './day-facts.ts'
import type { Facts } from './fill-template.ts'

/**
 * What the next service day would say for each variable of a template, with examples for what it has not,
 * such as why it was moved. Null while no day is planned.
 */
export async function readSampleFacts(ctx: Ctx): Promise<Record<Lang, Facts> | null> {
  const next = await findNextServiceDay(ctx)
  if (!next) return null
  const day = await getServiceDay(ctx, { serviceDayId: next.id })
  const facts = await readDayFacts(ctx, day, null)
  return {
    vi: { ...words.vi.outreach.samples, ...facts.vi },
    en: { ...words.en.outreach.samples, ...facts.en },
  }
}
