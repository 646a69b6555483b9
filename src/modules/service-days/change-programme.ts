import { inTransaction, type Ctx } from '#src/base/ctx.ts'
import { refuseBreach } from '#src/base/refuse-breach.ts'
import { requireRight } from '#src/base/right.ts'
import { vietnamDay } from '#src/base/vietnam-day.ts'
import { record } from '#src/modules/audit/index.ts'
import { programmeBreaches } from './breaches.ts'
import { getProgramme } from './get-programme.ts'
import { termColumns, type Programme, type ProgrammeTerms } from './programme.ts'
import { writeCompanions } from './write-companions.ts'

/**
 * The office changes the terms of a programme. Days planned after today follow, save where a day was
 * given something of its own. Refuses what `addProgramme` refuses. The weekday is fixed: another weekday is another programme.
 */
export async function changeProgramme(
  ctx: Ctx,
  input: ProgrammeTerms & { programmeId: string },
): Promise<void> {
  requireRight(ctx, 'service_days.plan')
  return inTransaction(ctx, async (ctx) => {
    const before = await getProgramme(ctx, input)
    const columns = termColumns(input)
    await refuseBreach(programmeBreaches, async () => {
      await ctx.db
        .updateTable('service_days.programme')
        .set(columns)
        .where('office_id', '=', ctx.officeId)
        .where('id', '=', input.programmeId)
        .execute()
      await writeCompanions(ctx, input.programmeId, input)
    })
    await followOnPlannedDays(ctx, before, columns)
    await record(ctx, 'service_days.programme_changed', input.programmeId)
  })
}

/** What a day had been given of its own differs from the old terms, so it stays. */
async function followOnPlannedDays(
  ctx: Ctx,
  before: Programme,
  after: ReturnType<typeof termColumns>,
): Promise<void> {
  const days = () =>
    ctx.db
      .updateTable('service_days.service_day')
      .where('office_id', '=', ctx.officeId)
      .where('programme_id', '=', before.id)
      .where('state', '=', 'planned')
      .where('date', '>', vietnamDay(ctx.now))
  const { morning_from, morning_to, afternoon_from, afternoon_to } = after
  const { morning, afternoon } = before.hours
  await days().set({ venue_id: after.venue_id }).where('venue_id', '=', before.venueId).execute()
  await days()
    .set({ capacity: after.capacity })
    .where('capacity', 'is not distinct from', before.capacity)
    .execute()
  await days()
    .set({ morning_from, morning_to, afternoon_from, afternoon_to })
    .where('morning_from', 'is not distinct from', morning?.from ?? null)
    .where('morning_to', 'is not distinct from', morning?.to ?? null)
    .where('afternoon_from', 'is not distinct from', afternoon?.from ?? null)
    .where('afternoon_to', 'is not distinct from', afternoon?.to ?? null)
    .execute()
}
