import { inTransaction, type Ctx } from '#src/base/ctx.ts'
import { requireRight } from '#src/base/right.ts'
import { record } from '#src/modules/audit/index.ts'
import type { BookedPerson } from './booked-person.ts'
import { instantOf, minuteOf } from './clock.ts'
import { isWithinHours, type DayFrame } from './day-frame.ts'
import { giveBack } from './give-back.ts'
import { listBookedPeople } from './list-booked-people.ts'
import { lockDays } from './lock-days.ts'
import { readFrames } from './read-frames.ts'

/**
 * After a day was called off everybody booked on it has lost their place, after it closed those whose
 * time was still to come, and after its hours were changed those who lie outside them: each is told by
 * whoever calls this, keeps the link, and may take another place with it. Gives those displaced now;
 * called again, nobody. What was only held has ended.
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
    const lost = (await listBookedPeople(ctx, input)).filter((it) => isLost(frame, it, ctx.now))
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

function isLost(frame: DayFrame, { start, end }: BookedPerson, now: Date): boolean {
  if (frame.state === 'cancelled') return true
  // Who did not come in time has missed it: it was held.
  if (frame.state === 'closed') return instantOf(frame.date, minuteOf(start)) > now
  return !isWithinHours(frame, minuteOf(start), minuteOf(end))
}
