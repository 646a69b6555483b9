/** From opening to closing, on the clock of the office. */
export type Span = { opens: Temporal.PlainTime; closes: Temporal.PlainTime }

/** When the desk is open on a weekday; a part that is null is closed. */
export type DayHours = { morning: Span | null; afternoon: Span | null }

/** Hours of a week, by ISO weekday (1 is Monday); a weekday left out is closed. */
export type WeekHours = ReadonlyMap<number, DayHours>

/**
 * Hours where an office has set none: eight hours on five days, the week of Quyết định
 * 188/1999/QĐ-TTg. The exact hours differ by province and season, so an office sets its own.
 */
export const usualHours: DayHours = {
  morning: span('07:30', '11:30'),
  afternoon: span('13:00', '17:00'),
}

export const usualWeek: WeekHours = new Map([1, 2, 3, 4, 5].map((weekday) => [weekday, usualHours]))

export function span(opens: string, closes: string): Span {
  return { opens: Temporal.PlainTime.from(opens), closes: Temporal.PlainTime.from(closes) }
}
