import type { QueueDayPart, QueueWishState } from '#src/base/database.generated.ts'

export type WishState = QueueWishState
export type DayPart = QueueDayPart
export type HalfDay = Exclude<DayPart, 'any'>

/** Somebody would come if a seat of that day became free. */
export type Wish = {
  id: string
  /** In the link: whoever has it may take the seat that is offered, or stop waiting. */
  token: string
  state: WishState
  serviceDayId: string
  date: Temporal.PlainDate
  part: DayPart
  minutes: number
  procedureCodes: string[]
  name: string
  askedAt: Date
  /** How many asked before and wait still. */
  ahead: number
  /** The seat kept for them, until when; once taken `appointmentToken` leads to it. */
  offer: { start: Temporal.PlainTime; end: Temporal.PlainTime; until: Date } | null
  appointmentToken: string | null
}

const noon = 12 * 60

/** Whether a seat that begins at this minute is in the part of the day that was asked for. */
export function isInPart(part: DayPart, minute: number): boolean {
  return part === 'any' || (part === 'morning') === minute < noon
}
