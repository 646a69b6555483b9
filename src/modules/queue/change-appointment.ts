import { sql } from 'kysely'
import { inTransaction, type Ctx } from '#src/base/ctx.ts'
import { refuseBreach } from '#src/base/refuse-breach.ts'
import { record } from '#src/modules/audit/index.ts'
import type { Appointment } from './appointment.ts'
import { minuteOf } from './clock.ts'
import { getAppointment } from './get-appointment.ts'
import { giveBack } from './give-back.ts'
import { giveCode } from './give-code.ts'
import { isDone } from './is-done.ts'
import { lockBooked } from './lock-booked.ts'
import { requireClientKey } from './said.ts'
import { seatBreaches } from './seat-breaches.ts'
import { takeSeats } from './take-seats.ts'
import { withNearest } from './with-nearest.ts'

/**
 * Whoever has the link comes at another time, or on another day: the new seat is taken and the old one
 * given back in one transaction, so that nobody ends without. The code stays; one whose day was called
 * off is booked again, with a new code when its own went to somebody else meanwhile. The same command
 * sent again, however late, changes nothing more.
 *
 * Refuses as `holdSeat` does of the day and the time, with the nearest free times, and an appointment
 * that was cancelled, is over, or whose number was given.
 */
export async function changeAppointment(
  ctx: Ctx,
  input: { token: string; clientKey: string; serviceDayId: string; start: Temporal.PlainTime },
): Promise<Appointment> {
  requireClientKey(input.clientKey)
  const { clientKey, serviceDayId } = input
  const start = minuteOf(input.start)
  const it = await getAppointment(ctx, { token: input.token })
  const { id, minutes, lanes, party: people } = it
  const wanted = { serviceDayId, start, minutes, lanes, people }
  await withNearest(ctx, wanted, () =>
    inTransaction(ctx, async (ctx) => {
      const same = () => isDone(ctx, id, clientKey)
      const before = await lockBooked(ctx, { id }, 'change', { days: [serviceDayId], same })
      if (await same()) return
      await giveBack(ctx, id)
      await refuseBreach(seatBreaches, () => takeSeats(ctx, wanted, async () => id))
      await sql`update queue.appointment
           set service_day_id = ${serviceDayId}, from_minute = ${start},
               change_keys = change_keys || ${clientKey}::text
         where office_id = ${ctx.officeId} and id = ${id}`.execute(ctx.db)
      if (before.state === 'displaced') {
        const { personName: person, bookerName: booker, note } = before
        await giveCode(ctx, id, { person, booker, note }, before.code)
      }
      await record(ctx, 'queue.changed', id)
    }),
  )
  return getAppointment(ctx, { id })
}
