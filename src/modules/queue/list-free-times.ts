import type { Ctx } from '#src/base/ctx.ts'
import { Refusal } from '#src/base/refusal.ts'
import { freeTimesOf } from './day-frame.ts'
import { firstMinute } from './first-minute.ts'
import type { FreeTime } from './free-time.ts'
import { readFrames } from './read-frames.ts'

/**
 * The times of a day at which an appointment of so many minutes can still begin; none on a day that
 * is closed or cancelled. Refuses a day that the office does not have.
 */
export async function listFreeTimes(
  ctx: Ctx,
  input: { serviceDayId: string; minutes: number; party?: number },
): Promise<FreeTime[]> {
  const { frames, ...wanted } = await readFrames(ctx, {
    serviceDayId: input.serviceDayId,
    minutes: input.minutes,
  })
  const [frame] = frames
  if (!frame) throw new Refusal('queue.day_unknown')
  if (frame.state !== 'planned' && frame.state !== 'open') return []
  const notBefore = firstMinute(frame.date, ctx.now, wanted.leadMinutes)
  return freeTimesOf(frame, { ...wanted, people: input.party ?? 1, notBefore })
}
