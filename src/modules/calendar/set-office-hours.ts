import { inTransaction, type Ctx } from '#src/base/ctx.ts'
import { Refusal } from '#src/base/refusal.ts'
import { requireRight } from '#src/base/right.ts'
import { record } from '#src/modules/audit/index.ts'
import type { DayHours, WeekHours } from './hours.ts'

const { compare } = Temporal.PlainTime

/**
 * The office's hours of the week from a day on, until a later change that is set already. Monday to
 * Friday must be open for a part of the day, because they are working days by law: a single day off
 * is set as such. Saturday hours receive people, but make no working day.
 */
export async function setOfficeHours(
  ctx: Ctx,
  input: { validFrom: Temporal.PlainDate; week: WeekHours },
): Promise<void> {
  requireRight(ctx, 'calendar.edit')
  const { validFrom, week } = input
  for (const weekday of [1, 2, 3, 4, 5, 6, 7]) requirePossible(weekday, week.get(weekday))

  return inTransaction(ctx, async (ctx) => {
    await ctx.db
      .deleteFrom('calendar.office_hours')
      .where('office_id', '=', ctx.officeId)
      .where('valid_from', '=', validFrom)
      .execute()
    await ctx.db
      .insertInto('calendar.office_hours')
      .values(
        [...week]
          .filter(([, hours]) => hours.morning ?? hours.afternoon)
          .map(([weekday, { morning, afternoon }]) => ({
            office_id: ctx.officeId,
            valid_from: validFrom,
            weekday,
            morning_opens: morning?.opens.toString() ?? null,
            morning_closes: morning?.closes.toString() ?? null,
            afternoon_opens: afternoon?.opens.toString() ?? null,
            afternoon_closes: afternoon?.closes.toString() ?? null,
          })),
      )
      // Whoever sets the same week at the same moment comes first; this one stays.
      .onConflict((oc) =>
        oc.columns(['office_id', 'valid_from', 'weekday']).doUpdateSet((eb) => ({
          morning_opens: eb.ref('excluded.morning_opens'),
          morning_closes: eb.ref('excluded.morning_closes'),
          afternoon_opens: eb.ref('excluded.afternoon_opens'),
          afternoon_closes: eb.ref('excluded.afternoon_closes'),
        })),
      )
      .execute()
    await record(ctx, 'calendar.office_hours_set', validFrom.toString())
  })
}

function requirePossible(weekday: number, hours: DayHours | undefined): void {
  const { morning = null, afternoon = null } = hours ?? {}
  const field = `weekday-${weekday}`
  if (weekday <= 5 && !morning && !afternoon)
    throw new Refusal('calendar.weekday_closed', { field })
  for (const part of [morning, afternoon])
    if (part && compare(part.opens, part.closes) >= 0)
      throw new Refusal('calendar.closes_before_it_opens', { field })
  if (morning && afternoon && compare(morning.closes, afternoon.opens) > 0)
    throw new Refusal('calendar.afternoon_before_morning_ends', { field })
}
