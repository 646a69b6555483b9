import type { BusinessReach, HamletReach, ReachPicture } from './picture.ts'
import { enoughPlaced } from './picture.ts'

/** What could be done next, and by which figures. The words are the page's. */
export type Suggestion =
  | { kind: 'air'; hamlet: HamletReach; never: boolean; usual: number | null }
  | { kind: 'tellHead'; hamlet: HamletReach }
  | { kind: 'visit'; business: BusinessReach }
  | { kind: 'count'; hamlet: HamletReach }
  | { kind: 'ask'; unplaced: number; people: number }

/** Below so many people with a known hamlet nothing can be said of the hamlets. */
const leastPlaced = 10
/** Aired so often and nobody came: more of the same will not help. */
export const airedInVain = 3
/** A business that was visited lately is left in peace for so many days. */
const visitedLately = 60
const most = 6

/**
 * Where to tell the news next: hamlets from which nobody came, the largest first; hamlets far below the
 * commune's rate; businesses from which nobody came. Says nothing about hamlets while too few people
 * have said where they come from, but then asks to be told more.
 */
export function suggest(picture: ReachPicture, today: Temporal.PlainDate): Suggestion[] {
  const { hamlets, businesses, people, placed, perHundred } = picture
  const unplaced = people - placed
  const ask: Suggestion[] =
    people >= leastPlaced && placed / people < enoughPlaced
      ? [{ kind: 'ask', unplaced, people }]
      : []
  const count = hamlets
    .filter((it) => it.households === null)
    .map((hamlet): Suggestion => ({ kind: 'count', hamlet }))
  if (placed < leastPlaced) return [...ask, ...count].slice(0, most)
  const silent = hamlets.filter((it) => it.people === 0 && (it.households ?? 0) > 0)
  const low = hamlets.filter(
    (it) => it.people > 0 && it.perHundred !== null && it.perHundred < (perHundred ?? 0) / 2,
  )
  const larger = (a: HamletReach, b: HamletReach) => (b.households ?? 0) - (a.households ?? 0)
  const ofHamlet = (hamlet: HamletReach): Suggestion =>
    hamlet.hasLoudspeaker
      ? { kind: 'air', hamlet, never: hamlet.people === 0, usual: perHundred }
      : { kind: 'tellHead', hamlet }
  const visits = businesses
    .filter((it) => it.inUse && it.people === 0 && (it.workers ?? 0) > 0)
    .filter((it) => !it.visitedOn || it.visitedOn.until(today).total('days') > visitedLately)
    .sort((a, b) => (b.workers ?? 0) - (a.workers ?? 0))
    .map((business): Suggestion => ({ kind: 'visit', business }))
  return [
    ...silent.sort(larger).slice(0, 2).map(ofHamlet),
    ...visits.slice(0, 2),
    ...low.sort(larger).slice(0, 2).map(ofHamlet),
    ...ask,
    ...count,
  ].slice(0, most)
}
