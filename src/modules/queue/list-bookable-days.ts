import type { Ctx } from '#src/base/ctx.ts'
import type { Hours } from '#src/modules/service-days/index.ts'
import { minuteOf, timeOf } from './clock.ts'
import { freeTimesOf, type DayFrame } from './day-frame.ts'
import { firstMinute } from './first-minute.ts'
import type { FreeTime } from './free-time.ts'
import { readFrames } from './read-frames.ts'
import { isInPart, type HalfDay } from './wish.ts'

export type BookableDay = {
  serviceDayId: string
  date: Temporal.PlainDate
  hours: Hours
  venueName: string
  /** `full`: nothing of this length is left; `too_late`: the day is over, or nearly. */
  state: 'free' | 'full' | 'too_late'
  /** At how many times somebody can still be booked. */
  freeTimes: number
  firstFree: Temporal.PlainTime | null
  /** In which halves nothing is left, though it would fit and it is not too late for it. */
  fullHalves: HalfDay[]
}

/**
 * The coming days that may be booked, as far ahead as the office's rules go, and whether what these
 * procedures need still fits. Officers see every day that is planned.
 */
export async function listBookableDays(
  ctx: Ctx,
  input: { procedureCodes: string[]; party?: number },
): Promise<BookableDay[]> {
  const { frames, ...wanted } = await readFrames(ctx, { procedureCodes: input.procedureCodes })
  return frames.map((frame) => {
    const notBefore = firstMinute(frame.date, ctx.now, wanted.leadMinutes)
    const free = freeTimesOf(frame, { ...wanted, people: input.party ?? 1, notBefore })
    const over = frame.sessions.every((it) => it.to - wanted.minutes < notBefore)
    return {
      serviceDayId: frame.serviceDayId,
      date: frame.date,
      hours: hoursOf(frame),
      venueName: frame.venueName,
      state: free.length > 0 ? 'free' : over && notBefore > 0 ? 'too_late' : 'full',
      freeTimes: free.length,
      firstFree: free[0]?.start ?? null,
      fullHalves: fullHalvesOf(frame, free, wanted.minutes, notBefore),
    }
  })
}

function fullHalvesOf(
  frame: DayFrame,
  free: FreeTime[],
  minutes: number,
  notBefore: number,
): HalfDay[] {
  return frame.sessions
    .filter(({ from, to }) => Math.max(from, notBefore) + minutes <= to)
    .map(({ from }): HalfDay => (from < noon ? 'morning' : 'afternoon'))
    .filter((half) => !free.some((it) => isInPart(half, minuteOf(it.start))))
}

const noon = 12 * 60

function hoursOf(frame: DayFrame): Hours {
  const [first, second] = frame.sessions.map(({ from, to }) => ({
    from: timeOf(from).toString().slice(0, 5),
    to: timeOf(to).toString().slice(0, 5),
  }))
  return frame.sessions[0]!.from < noon
    ? { morning: first!, afternoon: second ?? null }
    : { morning: null, afternoon: first! }
}
