import type { ServiceDaysState } from '#src/base/database.generated.ts'
import { timeOf } from './clock.ts'
import type { FreeTime } from './free-time.ts'

/** Seats of one day as numbers: lane, from, to, people. */
export type TakenSeat = [lane: number, from: number, to: number, people: number]

/** What a service day offers to appointments, in minutes of the day, and what is taken of it. */
export type DayFrame = {
  serviceDayId: string
  date: Temporal.PlainDate
  state: ServiceDaysState
  venueId: string
  venueName: string
  /** From when to when; a booking lies within one of them and never spans noon. */
  sessions: { from: number; to: number }[]
  lanes: number
  /** All that appointments may take of the day; the rest is for who walks in. */
  bookableMinutes: number
  bookablePeople: number | null
  seats: TakenSeat[]
}

/** Whether somebody who sits from `from` to `to` sits within the day's hours. */
export function isWithinHours(frame: DayFrame, from: number, to: number): boolean {
  return frame.sessions.some((it) => from >= it.from && to <= it.to)
}

/**
 * The times of a day at which an appointment of so many minutes still fits, not before `notBefore`:
 * in whole slots from the beginning of a session, on a lane that is free throughout, and within what
 * appointments may take of the day. The database decides again when a seat is taken.
 */
export function freeTimesOf(
  frame: DayFrame,
  wanted: { slotMinutes: number; minutes: number; people: number; notBefore: number },
): FreeTime[] {
  const { minutes } = wanted
  const room = roomOf(frame, minutes, wanted.people)
  if (room <= 0) return []
  const busy = busyLanes(frame, minutes)
  const free: FreeTime[] = []
  for (const session of frame.sessions) {
    for (let from = session.from; from + minutes <= session.to; from += wanted.slotMinutes) {
      if (from < wanted.notBefore) continue
      const lanes = Math.min(room, frame.lanes - busy[from]!)
      if (lanes > 0) free.push({ start: timeOf(from), end: timeOf(from + minutes), lanes })
    }
  }
  return free
}

/** How many appointments of this length and size the walk-ins' share still leaves. */
function roomOf(frame: DayFrame, minutes: number, people: number): number {
  let minutesLeft = frame.bookableMinutes
  let peopleLeft = frame.bookablePeople ?? Infinity
  for (const [, from, to, came] of frame.seats) {
    minutesLeft -= to - from
    peopleLeft -= came
  }
  return Math.floor(Math.min(minutesLeft / minutes, peopleLeft / people))
}

/** For each minute, on how many lanes nobody can begin who stays for so many minutes. */
function busyLanes(frame: DayFrame, minutes: number): Uint8Array {
  const busy = new Uint8Array(dayMinutes)
  const until = new Int16Array(frame.lanes + 1)
  // In order of time, so that each minute of a lane is counted once.
  for (const [lane, from, to] of frame.seats.toSorted((a, b) => a[1] - b[1])) {
    if (lane > frame.lanes) continue
    for (let at = Math.max(until[lane]!, from - minutes + 1); at < to; at++) busy[at]!++
    until[lane] = to
  }
  return busy
}

const dayMinutes = 24 * 60
