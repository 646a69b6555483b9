import { sql } from 'kysely'
import { inTransaction, type Ctx } from '#src/base/ctx.ts'
import { Refusal } from '#src/base/refusal.ts'
import { makeDay } from './make-day.ts'
import { readDay } from './read-day.ts'
import { requireDesk } from './require-desk.ts'

/** As Vietnamese spell them, without those that look like a digit. */
const letters = 'ABCDEGHKLMNPQRSTUVXY'

/**
 * The letter before the numbers that this desk's browser hands out while it is cut off: its own for
 * the day, so that no number can be given twice. Asked again, it is the same letter. Refuses when all
 * letters of the day are given, and another office's device.
 */
export async function leaseSeries(
  ctx: Ctx,
  input: { serviceDayId: string; deviceId: string; deviceName: string },
): Promise<{ letter: string }> {
  requireDesk(ctx)
  const { day } = await readDay(ctx, input.serviceDayId)
  return inTransaction(ctx, async (ctx) => {
    await makeDay(ctx, day.id)
    await saveDevice(ctx, input)
    // Desks that ask at the same moment take turns at the day.
    await sql`select 1 from queue.day where office_id = ${ctx.officeId}
                and service_day_id = ${day.id} for no key update`.execute(ctx.db)
    const known = await ctx.db
      .selectFrom('queue.series')
      .select('letter')
      .where('office_id', '=', ctx.officeId)
      .where('service_day_id', '=', day.id)
      .where('device_id', '=', input.deviceId)
      .executeTakeFirst()
    if (known) return known
    const { rows } = await sql<{ letter: string }>`
      insert into queue.series (office_id, service_day_id, device_id, letter)
        select ${ctx.officeId}, ${day.id}, ${input.deviceId}, letter
          from unnest(string_to_array(${letters}, null)) with ordinality as all_of(letter, place)
         where letter not in (select letter from queue.series where service_day_id = ${day.id})
         order by place limit 1
      returning letter`.execute(ctx.db)
    const [leased] = rows
    if (!leased) throw new Refusal('queue.letters_out')
    return leased
  })
}

/** The desk's browser, by the id that it keeps; a new one is written down. */
async function saveDevice(
  ctx: Ctx,
  input: { deviceId: string; deviceName: string },
): Promise<void> {
  const name = input.deviceName.normalize('NFC').trim().slice(0, 60) || 'Bàn'
  await sql`
    insert into queue.device (id, office_id, kind, name, made_at, last_seen_at)
      values (${input.deviceId}, ${ctx.officeId}, 'desk', ${name}, ${ctx.now}, ${ctx.now})
    on conflict (id) do nothing`.execute(ctx.db)
  const seen = await ctx.db
    .updateTable('queue.device')
    .set({ name, last_seen_at: ctx.now })
    .where('office_id', '=', ctx.officeId)
    .where('id', '=', input.deviceId)
    .where('kind', '=', 'desk')
    .returning('id')
    .executeTakeFirst()
  if (!seen) throw new Refusal('queue.device_unknown')
}
