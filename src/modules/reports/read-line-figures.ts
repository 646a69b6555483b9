import type { Ctx } from '#src/base/ctx.ts'
import { requireRight } from '#src/base/right.ts'
import { vietnamDay } from '#src/base/vietnam-day.ts'
import { shareOf } from './counted.ts'
import type {
  Bookings,
  HourGroup,
  LineCounted,
  LineDay,
  LineFigures,
  LineMonth,
  LineNeed,
} from './line-figures.ts'
import { monthLabel, requirePeriod, type Period } from './period.ts'
import { readBookingCells, type BookingCell } from './read-booking-cells.ts'
import { readVisitCells, type VisitCell } from './read-visit-cells.ts'
import { readOfficialNames } from './read-official-names.ts'

/**
 * How the line went on the service days of a period, both ends in it: waits, service times, who did
 * not come, who left unserved; by hour, by need, by day and month. Counted from the visits as they
 * happened; what an officer took back never happened. Refuses an impossible period.
 */
export async function readLineFigures(ctx: Ctx, period: Period): Promise<LineFigures> {
  requireRight(ctx, 'reports.read')
  requirePeriod(period)
  const today = vietnamDay(ctx.now)
  const [visits, bookings] = await Promise.all([
    readVisitCells(ctx, period),
    readBookingCells(ctx, period, today),
  ])
  const of = (by: VisitCell['by']) => visits.filter((cell) => cell.by === by)
  const booking = (is: boolean) => counted(of('booked').find((cell) => cell.isBooked === is))
  return {
    period,
    madeOn: today,
    total: { ...counted(of('all')[0]), ...booked(bookings) },
    byBooking: { booked: booking(true), walkIn: booking(false) },
    hours: hoursOf(of('hour'), bookings),
    needs: await needsOf(ctx, of('need')),
    days: daysOf(of('day'), bookings),
    months: monthsOf(of('month'), bookings),
  }
}

const spread = (count: number, median: number | null, ninetieth: number | null) => ({
  count,
  median,
  ninetieth,
})

function counted(cell: VisitCell | undefined): LineCounted {
  const { visits = 0, served = 0, absent = 0, gaveUp = 0, sentElsewhere = 0 } = cell ?? {}
  const left = absent + gaveUp + sentElsewhere
  return {
    ...{ visits, booked: cell?.booked ?? 0, served, absent, gaveUp, sentElsewhere },
    leftWithoutService: shareOf(left, left + served),
    waited: spread(
      cell?.waitedCount ?? 0,
      cell?.waitedMedian ?? null,
      cell?.waitedNinetieth ?? null,
    ),
    service: spread(
      cell?.serviceCount ?? 0,
      cell?.serviceMedian ?? null,
      cell?.serviceNinetieth ?? null,
    ),
  }
}

function booked(cells: readonly BookingCell[]): Bookings {
  const people = cells.reduce((sum, cell) => sum + cell.people, 0)
  const came = cells.reduce((sum, cell) => sum + cell.came, 0)
  return { people, came, noShows: shareOf(people - came, people) }
}

function hoursOf(visits: VisitCell[], bookings: BookingCell[]): HourGroup[] {
  const hours = new Set([...visits, ...bookings].map((cell) => cell.hour!))
  return [...hours]
    .sort((a, b) => a - b)
    .map((hour) => ({
      hour,
      ...counted(visits.find((cell) => cell.hour === hour)),
      ...booked(bookings.filter((cell) => cell.hour === hour)),
    }))
}

async function needsOf(ctx: Ctx, visits: VisitCell[]) {
  const codes = visits.flatMap(({ need }) => (need ? [need] : []))
  const names = await readOfficialNames(ctx, codes)
  const needOf = (need: string | null): LineNeed => {
    if (need === null) return { kind: 'unsaid' }
    if (need === '') return { kind: 'several' }
    const { vi, en } = names.get(need) ?? { vi: null, en: null }
    return { kind: 'procedure', code: need, officialName: { vi: vi ?? need, en: en ?? vi ?? need } }
  }
  return visits.map((cell) => ({ need: needOf(cell.need), ...counted(cell) }))
}

function daysOf(visits: VisitCell[], bookings: BookingCell[]): LineDay[] {
  const dates = new Map([...visits, ...bookings].map((it) => [it.serviceDayId!, it.date!]))
  return [...dates]
    .map(([serviceDayId, date]) => {
      const cell = visits.find((it) => it.serviceDayId === serviceDayId)
      return {
        serviceDayId,
        date,
        counters: cell?.counters ?? 0,
        meanService: cell?.meanService ?? null,
        ...counted(cell),
        ...booked(bookings.filter((it) => it.serviceDayId === serviceDayId)),
      }
    })
    .sort((a, b) => Temporal.PlainDate.compare(b.date, a.date))
}

function monthsOf(visits: VisitCell[], bookings: BookingCell[]): LineMonth[] {
  const keyOf = (date: Temporal.PlainDate) => date.with({ day: 1 }).toString()
  const keys = new Set([
    ...visits.map((it) => keyOf(it.month!)),
    ...bookings.map((it) => keyOf(it.date)),
  ])
  return [...keys].sort().map((key) => {
    const firstDay = Temporal.PlainDate.from(key)
    return {
      firstDay,
      label: monthLabel(firstDay),
      ...counted(visits.find((it) => keyOf(it.month!) === key)),
      ...booked(bookings.filter((it) => keyOf(it.date) === key)),
    }
  })
}
