import type { Selectable } from 'kysely'
import type { RatingsOrigin, RatingsRating } from '#src/base/database.generated.ts'

/** The five short questions, and a sentence. Worded under `ratings.questions`. */
export type Answers = {
  /** One to five stars: I was told clearly what to do. */
  guidance: number
  /** One to five stars: it did not take long. */
  speed: number
  /** One to five stars: how I was treated. */
  attitude: number
  /** How many times I had to come back: 0, 1, 2, and 3 for three or more. */
  returns: number
  /** It could be filed online. */
  filedOnline: boolean
  sentence?: string | null
  anonymous: boolean
}

export type Rating = {
  id: string
  /** Null of an anonymous one: the words stand without the person's name. */
  requestId: string | null
  ratedAt: Date
  origin: RatingsOrigin
  anonymous: boolean
  guidance: number
  speed: number
  attitude: number
  returns: number
  filedOnline: boolean
  sentence: string | null
  average: number
  low: boolean
  answer: string | null
  answeredAt: Date | null
}

/** An average of the stars at or below this, or so few for the attitude, reaches the chairman. */
export const lowAverage = 2.5
export const lowAttitude = 2

export function average(stars: Pick<Answers, 'guidance' | 'speed' | 'attitude'>): number {
  return (stars.guidance + stars.speed + stars.attitude) / 3
}

export function isLow(stars: Pick<Answers, 'guidance' | 'speed' | 'attitude'>): boolean {
  return average(stars) <= lowAverage || stars.attitude <= lowAttitude
}

export function ratingOf(row: Selectable<RatingsRating>): Rating {
  return {
    id: row.id,
    requestId: row.anonymous ? null : row.request_id,
    ratedAt: row.rated_at,
    origin: row.origin,
    anonymous: row.anonymous,
    guidance: row.guidance,
    speed: row.speed,
    attitude: row.attitude,
    returns: row.returns,
    filedOnline: row.filed_online,
    sentence: row.sentence,
    average: Math.round(100 * average(row)) / 100,
    low: row.low,
    answer: row.answer,
    answeredAt: row.answered_at,
  }
}
