import { Refusal } from '#src/base/refusal.ts'
import type { Said } from './report.ts'

/** Both days are in it. */
export type Period = { from: Temporal.PlainDate; to: Temporal.PlainDate }

export type PeriodKey =
  'this_month' | 'last_month' | 'this_quarter' | 'last_quarter' | 'this_year' | 'last_year'

/** A period that offices report by; `sendBy` is the day on which the commune's report is due. */
export type NamedPeriod = Period & {
  key: PeriodKey
  label: Said
  sendBy: Temporal.PlainDate | null
}

/** How an office cuts its quarters and years. */
export type CutOff = {
  /** Quarters and years begin on this day of the month before; 1 cuts them as the calendar does. */
  firstDay: number
  /** The day of the last month by which the commune sends its report. */
  sendByDay: number
}

/**
 * As the reporting circular TT 01/2020/TT-VPCP is practised: quarters from the 15th of the month
 * before to the 14th of their last month, years from 15 December to 14 December, the commune's
 * report by the 18th. Its text could not be checked: an office that is told otherwise passes its own.
 */
export const usualCutOff: CutOff = { firstDay: 15, sendByDay: 18 }

const longestYears = 20

/** Refuses a period that ends before it begins, or that no report can span. */
export function requirePeriod(period: Period): void {
  if (Temporal.PlainDate.compare(period.from, period.to) > 0) {
    throw new Refusal('reports.period_backwards', { field: 'to' })
  }
  if (Temporal.PlainDate.compare(period.from.add({ years: longestYears }), period.to) < 0) {
    throw new Refusal('reports.period_too_long', {
      field: 'from',
      params: { years: longestYears },
    })
  }
}

/** The periods to choose from on a day: months by the calendar, quarters and years as cut off. */
export function reportPeriods(
  today: Temporal.PlainDate,
  cutOff: CutOff = usualCutOff,
): NamedPeriod[] {
  const month = today.with({ day: 1 })
  // From the cut-off on, a day belongs to the month after.
  const counted =
    cutOff.firstDay > 1 && today.day >= cutOff.firstDay ? month.add({ months: 1 }) : month
  const quarter = counted.with({ month: counted.month - ((counted.month - 1) % 3) })
  const year = counted.with({ month: 1 })
  return [
    monthOf('this_month', month),
    monthOf('last_month', month.subtract({ months: 1 })),
    quarterOf('this_quarter', quarter, cutOff),
    quarterOf('last_quarter', quarter.subtract({ months: 3 }), cutOff),
    yearOf('this_year', year, cutOff),
    yearOf('last_year', year.subtract({ years: 1 }), cutOff),
  ]
}

function monthOf(key: PeriodKey, first: Temporal.PlainDate): NamedPeriod {
  const to = first.add({ months: 1 }).subtract({ days: 1 })
  return { key, from: first, to, label: monthLabel(first), sendBy: null }
}

/** "Tháng 5/2024", "May 2024". */
export function monthLabel(day: Temporal.PlainDate): Said {
  return {
    vi: `Tháng ${day.month}/${day.year}`,
    en: day.toLocaleString('en-GB', { month: 'long', year: 'numeric' }),
  }
}

/** "3/5/2024", "3 May 2024". */
export function dayLabel(day: Temporal.PlainDate): Said {
  return {
    vi: `${day.day}/${day.month}/${day.year}`,
    en: day.toLocaleString('en-GB', { dateStyle: 'medium' }),
  }
}

function quarterOf(key: PeriodKey, first: Temporal.PlainDate, cutOff: CutOff): NamedPeriod {
  const roman = ['I', 'II', 'III', 'IV'][(first.month - 1) / 3]!
  const label = {
    vi: `Quý ${roman}/${first.year}`,
    en: `Quarter ${(first.month + 2) / 3} of ${first.year}`,
  }
  return cutOffPeriod(key, first, 3, label, cutOff)
}

function yearOf(key: PeriodKey, first: Temporal.PlainDate, cutOff: CutOff): NamedPeriod {
  return cutOffPeriod(key, first, 12, { vi: `Năm ${first.year}`, en: `Year ${first.year}` }, cutOff)
}

function cutOffPeriod(
  key: PeriodKey,
  first: Temporal.PlainDate,
  months: number,
  label: Said,
  { firstDay, sendByDay }: CutOff,
): NamedPeriod {
  const shift = (day: Temporal.PlainDate) =>
    firstDay > 1 ? day.subtract({ months: 1 }).with({ day: firstDay }) : day
  const after = first.add({ months })
  const to = shift(after).subtract({ days: 1 })
  const sendMonth = firstDay > 1 ? to : after
  return { key, from: shift(first), to, label, sendBy: sendMonth.with({ day: sendByDay }) }
}
