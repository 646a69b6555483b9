import type { Counted, Share } from './counted.ts'
import type { CrossTable } from './cross-table.ts'
import type { OneStopSummary } from './one-stop-summary.ts'
import type { Period } from './period.ts'

/** A name in both languages of the house. */
export type Said = { vi: string; en: string }

export type HomeKind = 'this_commune' | 'neighbour' | 'same_province' | 'other_province'
export type Coming = 'in_person' | 'by_relative' | 'remote' | 'appointment'
export type Outcome =
  | 'preparing'
  | 'in_progress'
  | 'result_waiting'
  | 'handed_over'
  | 'refused'
  | 'stopped'
  | 'withdrawn'

/** The requests that share something; `label` is ready to be shown. */
export type Group<Key extends string = string> = { key: Key; label: Said; requests: number }

/** The same, with all that is counted of them. */
export type CountedGroup<Key extends string = string> = Counted & Group<Key>

/** `label` is what people call it. */
export type ProcedureGroup = CountedGroup & { code: string; officialName: Said }

export type AuthorityGroup = CountedGroup & { authorityKey: string | null }

/** One line of the article's table: procedure × authority × home × way of coming × outcome. */
export type ReportRow = Counted & {
  procedure: { code: string; label: Said; officialName: Said }
  authority: { key: string; label: Said }
  homeKind: { key: HomeKind; label: Said }
  came: { key: Coming; label: Said }
  outcome: { key: Outcome; label: Said }
}

/** A commune that people came from or came for, and what they needed. */
export type HomeGroup = Group & {
  kind: HomeKind
  province: string | null
  commune: string | null
  procedures: { code: string; label: Said; requests: number }[]
}

/** A province that people came from or came for. */
export type ProvinceGroup = Group & {
  procedures: { code: string; label: Said; requests: number }[]
}

/** `key` is `2024-05`; months without a request are there too, with zeros. */
export type MonthGroup = Group & { firstDay: Temporal.PlainDate }

export type ServiceDayState = 'planned' | 'open' | 'closed' | 'cancelled'

export type ServiceDayGroup = Group & {
  date: Temporal.PlainDate
  programme: Said
  state: ServiceDayState
  stateLabel: Said
  moved: boolean
  extra: boolean
  /** Why it was cancelled, moved or added; in the office's own words. */
  reason: string | null
  officers: number
  capacity: number | null
}

/** Where the requests of the period that are not at their end stand today. */
export type Waiting = {
  /** Papers are being gathered; not filed yet. */
  preparing: number
  withAuthority: number
  /** The authority awaits papers or a payment from the person. */
  withPerson: number
  /** The result lies ready. */
  toCollect: number
  /** Of those filed and without a result, past the due date. */
  overdue: number
}

/** Calendar days from filing to the result; null when there is no result yet. */
export type Turnaround = {
  results: number
  medianDays: number | null
  ninetiethDays: number | null
}

export type StarQuestion = 'guidance' | 'speed' | 'attitude'

/** What was said in the period about any request; one rating is one request. */
export type RatingFigures = {
  count: number
  /** The mean of the three star questions over all ratings, 1 to 5. */
  average: number | null
  /** Ratings whose own mean is four stars or more. */
  satisfied: Share
  low: number
  lowAnswered: Share
  filedOnline: Share
  questions: {
    key: StarQuestion
    label: Said
    average: number | null
    /** How many gave one star, two, … five. */
    stars: [number, number, number, number, number]
  }[]
  /** How many never had to come back, came back once, twice, three times or more. */
  returns: { label: Said; count: number; times: 0 | 1 | 2 | 3 }[]
}

/** Certified copies that were issued in the period: numbers of the book, copies under them, fees. */
export type CopyFigures = {
  medium: 'electronic' | 'paper'
  numbers: number
  copies: number
  feeVnd: number
}

/** Everything that is reported of a period, for the requests received in it. */
export type Report = {
  period: Period
  /** The day on which it was made: what still waits stands as of this day. */
  madeOn: Temporal.PlainDate
  total: Counted
  procedures: ProcedureGroup[]
  authorities: AuthorityGroup[]
  /** The article's own table. */
  rows: ReportRow[]
  /** Procedures down, authorities across. */
  cross: CrossTable
  homeKinds: CountedGroup<HomeKind>[]
  provinces: ProvinceGroup[]
  homes: HomeGroup[]
  coming: CountedGroup<Coming>[]
  outcomes: CountedGroup<Outcome>[]
  /** How people heard of the desk; key `unsaid` where nobody asked. */
  heard: Group[]
  months: MonthGroup[]
  serviceDays: ServiceDayGroup[]
  /** Received on no service day of the period. */
  outsideServiceDays: number
  waiting: Waiting
  turnaround: Turnaround
  /** How many of the period's requests were rated. */
  rated: Share
  ratings: RatingFigures
  /** Electronic, then on paper. */
  copies: CopyFigures[]
  /** The columns of the one-stop reporting form, for dossiers filed. */
  summary: OneStopSummary
}
