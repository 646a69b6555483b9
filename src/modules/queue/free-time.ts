/** A time at which somebody can still be booked, and how many at once. */
export type FreeTime = { start: Temporal.PlainTime; end: Temporal.PlainTime; lanes: number }
