import { randomUUID } from 'node:crypto'
import { inTransaction, type Ctx } from '#src/base/ctx.ts'
import { requireRight } from '#src/base/right.ts'
import { vietnamDay } from '#src/base/vietnam-day.ts'
import { record } from '#src/modules/audit/index.ts'
import { getServiceDay } from '#src/modules/service-days/index.ts'
import { approvedOf, latestOf, type AirPlan } from './bulletin.ts'
import { getVenue } from '#src/modules/offices/index.ts'
import { daySaidOf } from './day-said.ts'
import { readDayFacts } from './day-facts.ts'
import { dueKind } from './due-kind.ts'
import { findStory } from './find-story.ts'
import { insertVersion } from './insert-version.ts'
import { pushVersion } from './push-version.ts'
import { readBulletins } from './read-bulletins.ts'
import { readSetting } from './read-setting.ts'
import { readTemplates } from './read-templates.ts'
import { wordDraft } from './word-draft.ts'

/**
 * Drafts what is to be told of a service day now, by the office's templates: the day before that it
 * comes, at once that it was moved or called off, or that its place or hours are others than were told.
 * The draft is the day's one bulletin, or a further version of it, and waits for an officer. Nothing is
 * done when nothing is due, however often it is asked; two who ask at once make one draft. What was
 * withdrawn stays so: an officer who asks gets another bulletin of that day.
 *
 * @param early an officer does not want to wait for the day before
 * @param story told where no officer has written one that waits: numbers, by whoever knows them
 * @returns the bulletin when a draft was added
 */
export async function draftForDay(
  ctx: Ctx,
  input: {
    serviceDayId: string
    story?: { vi: string; en: string } | null
    early?: boolean
  },
): Promise<{ id: string } | null> {
  requireRight(ctx, 'outreach.write')
  const day = await getServiceDay(ctx, input)
  return inTransaction(ctx, async (ctx) => {
    const last = await findBulletin(ctx, day.id)
    const existing = last?.withdrawn ? null : last
    const today = vietnamDay(ctx.now)
    const says = daySaidOf(day, await getVenue(ctx, { venueId: day.venueId }))
    const kind = dueKind(day, last, today, { says, early: input.early })
    if (!kind) return null
    const id = existing?.id ?? (await insertBulletin(ctx, day.id))
    // Another process drafts it at this very moment.
    if (!id) return null
    const own = kind === 'weekly' ? await findStory(ctx) : null
    const story = own ? { vi: own.vi, en: own.en || own.vi } : (input.story ?? null)
    const told = (existing && approvedOf(existing)?.daySaid) ?? null
    const facts = await readDayFacts(ctx, day, story, told)
    const templates = await readTemplates(ctx)
    const setting = await readSetting(ctx)
    const template = templates.find((it) => it.kind === kind)!
    const air: AirPlan = {
      from: kind === 'weekly' ? later(today, day.date.subtract({ days: 1 })) : today,
      // What is on holds until its day is over; what is off, until the day that people might come.
      to: kind !== 'weekly' && today.until(day.date).days > 31 ? today.add({ days: 31 }) : day.date,
      times: setting.airTimes,
      repeats: setting.repeats,
    }
    await insertVersion(ctx, {
      bulletinId: id,
      number: (existing ? latestOf(existing).number : 0) + 1,
      kind,
      priority: kind === 'weekly' ? 'normal' : 'priority',
      dayDate: day.date,
      daySaid: kind === 'cancelled' ? null : says,
      text: { ...wordDraft(kind, template, facts), script: null },
      air,
    })
    // What the loudspeaker systems were given is no longer true; they get the correction once it is approved.
    const stands = existing && approvedOf(existing)
    if (stands && kind !== 'weekly')
      await pushVersion(ctx, { bulletinId: id, version: stands.number, kind: 'remove' })
    if (own && template.bodyVi.includes('{cau_chuyen}')) await markTold(ctx, own.id, id)
    await record(ctx, 'outreach.drafted', id, { kind })
    return { id }
  })
}

function later(a: Temporal.PlainDate, b: Temporal.PlainDate): Temporal.PlainDate {
  return Temporal.PlainDate.compare(a, b) < 0 ? b : a
}

async function findBulletin(ctx: Ctx, serviceDayId: string) {
  const rows = await ctx.db
    .selectFrom('outreach.bulletin')
    .selectAll()
    .where('office_id', '=', ctx.officeId)
    .where('service_day_id', '=', serviceDayId)
    .orderBy('withdrawn_at', (it) => it.desc().nullsFirst())
    .limit(1)
    .execute()
  const [bulletin] = await readBulletins(ctx, rows)
  return bulletin ?? null
}

async function insertBulletin(ctx: Ctx, serviceDayId: string): Promise<string | null> {
  const row = await ctx.db
    .insertInto('outreach.bulletin')
    .values({ office_id: ctx.officeId, client_key: randomUUID(), service_day_id: serviceDayId })
    .onConflict((oc) => oc.doNothing())
    .returning('id')
    .executeTakeFirst()
  return row?.id ?? null
}

/** A story is told once. */
async function markTold(ctx: Ctx, storyId: string, bulletinId: string): Promise<void> {
  await ctx.db
    .updateTable('outreach.story')
    .set({ told_in: bulletinId })
    .where('office_id', '=', ctx.officeId)
    .where('id', '=', storyId)
    .execute()
}
