import { inTransaction, type Ctx } from '#src/base/ctx.ts'
import { requireRight } from '#src/base/right.ts'
import { record } from '#src/modules/audit/index.ts'
import type { BookedPerson } from './booked-person.ts'
import { minuteOf } from './clock.ts'
import { isWithinHours } from './day-frame.ts'
import { giveBack } from './give-back.ts'
import { listBookedPeople } from './list-booked-people.ts'
import { lockDays } from './lock-days.ts'
import { readFrames } from './read-frames.ts'

/**
 * After a day was called off everybody booked on it has lost their place, and after its hours were
 * changed those who lie outside them: each is told by whoever calls this, keeps the link, and may take
 * another place with it. Gives those displaced now; called again, nobody. What was only held has
 * ended.
 */
export async function displaceAppointments(
  ctx: Ctx,
  input: { serviceDayId: string },
): Promise<BookedPerson[]> {
  requireRight(ctx, 'service_days.plan')
  const { serviceDayId } = input
  return inTransaction(ctx, async (ctx) => {
    await lockDays(ctx, [serviceDayId])
    const { frames } = await readFrames(ctx, { serviceDayId })
    const [frame] = frames
    if (!frame) return []
    const calledOff = frame.state === 'cancelled'
    const lost = (await listBookedPeople(ctx, input)).filter(
      (it) => calledOff || !isWithinHours(frame, minuteOf(it.start), minuteOf(it.end)),
    )
    for (const { appointmentId } of lost) {
      await giveBack(ctx, appointmentId)
      await ctx.db
        .updateTable('queue.appointment')
        .set({ state: 'displaced', ended_at: ctx.now })
        .where('office_id', '=', ctx.officeId)
        .where('id', '=', appointmentId)
        .where('state', '=', 'booked')
        .execute()
      await record(ctx, 'queue.displaced', appointmentId)
    }
    return lost
  })
}
