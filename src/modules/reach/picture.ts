import type { ChannelKind } from '#src/modules/deliveries/index.ts'
import type { Business } from './business.ts'
import type { Channel } from './channel.ts'
import type { ReachedHamlet } from './hamlet.ts'
import type { Span } from './span.ts'

/** How many came, by how they heard; `unsaid` of whom it is not known. */
export type ByChannel = Partial<Record<Channel, number>> & { unsaid?: number }

export type HamletReach = ReachedHamlet & {
  people: number
  /** People who came for 100 households; null where the households are not counted. */
  perHundred: number | null
  byChannel: ByChannel
  /** Over its own cluster, and over the whole commune's. */
  airings: number
}

export type BusinessReach = Business & {
  people: number
  /** People who came for 100 workers; null where nobody counted them. */
  perHundred: number | null
  byChannel: ByChannel
}

export type ChannelReach = {
  channel: Channel
  /** Who said that they heard this way. */
  people: number
  /** How often it was used: airings, posters, messages; what the program sent and what was noted by hand. */
  times: number
  /** How often its short links were opened. */
  opened: number
  /** In đồng; null where no cost is known of a part of it. */
  cost: number | null
  /** In đồng, to the nearest; null also where nobody heard this way. */
  costPerPerson: number | null
}

/** What went to single people about their own matter. */
export type NoticesSent = {
  channel: ChannelKind
  messages: number
  /** In đồng; null where the office has not said what one costs. */
  cost: number | null
}

/** Whom the news reached in a period. */
export type ReachPicture = {
  span: Span
  /** Everybody who came: numbers taken, and requests brought without one. */
  people: number
  /** Of them, those of whom it is known how they heard, and where they come from. */
  answered: number
  placed: number
  households: number
  /** People for 100 households over all hamlets that are counted; null without any. */
  perHundred: number | null
  hamlets: HamletReach[]
  businesses: BusinessReach[]
  channels: ChannelReach[]
  /** Beside it all: they cost too, and nobody came because of them. */
  notices: NoticesSent[]
}

/** Fewer than this are too few to compare. */
export const fewPeople = 5

/** Below this share of people with a known place, a rate is a lower bound and is called one. */
export const enoughPlaced = 0.6

export function rate(people: number, of: number | null): number | null {
  return of === null || of === 0 ? null : (people / of) * 100
}
