import type { RequestsChannel, RequestsResultDelivery } from '#src/base/database.generated.ts'

/** Where the seat of an authority is; 'commune' is where this desk is too. */
export type Seat = 'commune' | 'commune_police' | 'district' | 'province' | 'capital'

export type Ways = {
  /** Each body that would have had to be visited. */
  authorities: { name: string; nameEn: string; seat: Seat }[]
  /** How it was filed; null while it is not. */
  filed: RequestsChannel | null
  /** How the result reached the person; null while it has not. */
  delivered: RequestsResultDelivery | null
  /** One way, in kilometres, as the office has set it; a seat left out is not known. */
  km: Partial<Record<Seat, number>>
  speedKmh: number
  minutesPerVisit: number
}

/** One way that somebody would have gone, and whether they were spared it. Worded under `requests.savings`. */
export type SavingPart = {
  leg: 'file' | 'collect'
  authority: { vi: string; en: string }
  seat: Seat
  spared: boolean
  why:
    | 'filed_online'
    | 'filed_by_post'
    | 'result_at_desk'
    | 'result_by_post'
    | 'result_electronic'
    | 'went_anyway'
    | 'same_place'
    | 'not_yet'
  /** There and back; null when the office has not set the distance. */
  km: number | null
  /** On the road and at the counter. */
  minutes: number
}

export type Savings = { trips: number; km: number; minutes: number; parts: SavingPart[] }

/**
 * The trips, kilometres and minutes that a person was spared: without the desk, each authority is
 * visited twice, to file and to collect. What was done anyway is not counted, nor is an authority
 * that sits where the desk is. Where no distance is set the trip counts, its kilometres do not.
 */
export function countSavings(ways: Ways): Savings {
  const parts = ways.authorities.flatMap((authority) =>
    (['file', 'collect'] as const).map((leg): SavingPart => {
      const why = reason(ways, authority.seat, leg)
      const oneWay = authority.seat === 'commune' ? 0 : ways.km[authority.seat]
      const km = oneWay === undefined ? null : round(2 * oneWay)
      const road = Math.round((60 * (km ?? 0)) / ways.speedKmh)
      return {
        leg,
        authority: { vi: authority.name, en: authority.nameEn },
        seat: authority.seat,
        spared: !['went_anyway', 'same_place', 'not_yet'].includes(why),
        why,
        km,
        minutes: road + ways.minutesPerVisit,
      }
    }),
  )
  const spared = parts.filter((part) => part.spared)
  return {
    trips: spared.length,
    km: round(spared.reduce((sum, part) => sum + (part.km ?? 0), 0)),
    minutes: spared.reduce((sum, part) => sum + part.minutes, 0),
    parts,
  }
}

function reason(ways: Ways, seat: Seat, leg: 'file' | 'collect'): SavingPart['why'] {
  if (seat === 'commune') return 'same_place'
  if (leg === 'file') {
    if (ways.filed === null) return 'not_yet'
    if (ways.filed === 'online') return 'filed_online'
    return ways.filed === 'post' ? 'filed_by_post' : 'went_anyway'
  }
  if (ways.delivered === null) return 'not_yet'
  if (ways.delivered === 'desk') return 'result_at_desk'
  if (ways.delivered === 'post') return 'result_by_post'
  return ways.delivered === 'electronic' ? 'result_electronic' : 'went_anyway'
}

function round(km: number): number {
  return Math.round(km * 10) / 10
}
