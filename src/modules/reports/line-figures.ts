import type { Share } from './counted.ts'
import type { Period } from './period.ts'
import type { Said } from './report.ts'

/** How long something took, in seconds: half took no longer than the median, nine in ten no longer than the ninetieth. */
export type Spread = { count: number; median: number | null; ninetieth: number | null }

/** What is counted of any visits. */
export type LineCounted = {
  /** Numbers given. */
  visits: number
  /** Of them, who came by appointment. */
  booked: number
  served: number
  /** Were called and did not come. */
  absent: number
  gaveUp: number
  sentElsewhere: number
  /** Who left before being served, of those whose visit has ended. */
  leftWithoutService: Share
  /** From taking the number to the first call. */
  waited: Spread
  /** At the counter. */
  service: Spread
}

/** People whose appointment has passed. A group counts by its people. */
export type Bookings = {
  people: number
  came: number
  /** Who did not come, of those booked. */
  noShows: Share
}

export type HourGroup = LineCounted & Bookings & { hour: number }

/** Which need a visit was for. Who came for several cannot tell how long each of them took. */
export type LineNeed =
  { kind: 'procedure'; code: string; officialName: Said } | { kind: 'several' } | { kind: 'unsaid' }

export type NeedGroup = LineCounted & { need: LineNeed }

export type LineDay = LineCounted &
  Bookings & {
    serviceDayId: string
    date: Temporal.PlainDate
    /** Counters that called somebody. */
    counters: number
    /** Mean seconds at the counter; null when nobody was served. */
    meanService: number | null
  }

export type LineMonth = LineCounted & Bookings & { firstDay: Temporal.PlainDate; label: Said }

/** How the line went in a period. */
export type LineFigures = {
  period: Period
  madeOn: Temporal.PlainDate
  total: LineCounted & Bookings
  /** Who had booked, and who had not. */
  byBooking: { booked: LineCounted; walkIn: LineCounted }
  /** By the hour in which the number was taken or the appointment began. */
  hours: HourGroup[]
  /** The most frequent first. */
  needs: NeedGroup[]
  /** Newest first; only days on which somebody came or was expected. */
  days: LineDay[]
  months: LineMonth[]
}
