import { Refusal } from '#src/base/refusal.ts'

/** From when to when, as the clock on the wall says: '07:30' to '11:30'. */
export type Span = { from: string; to: string }

/** When a day sits: before noon, after noon, or both. */
export type Hours = { morning: Span | null; afternoon: Span | null }

type HoursColumns = {
  morning_from: string | null
  morning_to: string | null
  afternoon_from: string | null
  afternoon_to: string | null
}

/** The columns of these hours. Refuses a time that is no time, an end before its beginning, and no hours at all. */
export function hoursColumns(hours: Hours): HoursColumns {
  const { morning, afternoon } = hours
  if (!morning && !afternoon) throw new Refusal('service_days.hours_missing', { field: 'hours' })
  for (const span of [morning, afternoon]) {
    if (!span) continue
    if (!isTime(span.from) || !isTime(span.to))
      throw new Refusal('service_days.hours_not_a_time', { field: 'hours' })
    if (span.from >= span.to) throw new Refusal('service_days.hours_backwards', { field: 'hours' })
  }
  if (morning && afternoon && morning.to > afternoon.from)
    throw new Refusal('service_days.hours_backwards', { field: 'hours' })
  return {
    morning_from: morning?.from ?? null,
    morning_to: morning?.to ?? null,
    afternoon_from: afternoon?.from ?? null,
    afternoon_to: afternoon?.to ?? null,
  }
}

/** PostgreSQL says '07:30:00'; people say '07:30'. */
export function hoursOf(row: HoursColumns): Hours {
  return {
    morning: span(row.morning_from, row.morning_to),
    afternoon: span(row.afternoon_from, row.afternoon_to),
  }
}

function span(from: string | null, to: string | null): Span | null {
  return from && to ? { from: from.slice(0, 5), to: to.slice(0, 5) } : null
}

function isTime(text: string): boolean {
  return /^([01]\d|2[0-3]):[0-5]\d$/.test(text)
}
