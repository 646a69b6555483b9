import { sql } from 'kysely'
import type { Ctx } from '#src/base/ctx.ts'

export type RatingFigures = {
  count: number
  /** Of the three questions with stars, to one decimal; null while nobody has rated. */
  average: number | null
  guidance: number | null
  speed: number | null
  attitude: number | null
  /** How many of five stars, of four, … as rounded averages. */
  stars: Record<1 | 2 | 3 | 4 | 5, number>
  /** How many were content: an average of four stars or more. */
  content: number
  /** How many never had to come back, and how many could file online. */
  neverCameBack: number
  filedOnline: number
  low: number
  lowAnswered: number
}

/** What people say of the office, for everyone to see; days of rating, both included. */
export async function readRatingFigures(
  ctx: Ctx,
  input: { from: Temporal.PlainDate; to: Temporal.PlainDate },
): Promise<RatingFigures> {
  const mean = sql`(guidance + speed + attitude) / 3.0`
  const count = (such: ReturnType<typeof sql>) => sql<number>`count(*) filter (where ${such})`
  const stars = (few: number) => count(sql`round(${mean}) = ${few}`)
  const row = await ctx.db
    .selectFrom('ratings.rating')
    .select([
      sql<number>`count(*)`.as('count'),
      sql<number | null>`round(avg(${mean}), 1)`.as('average'),
      sql<number | null>`round(avg(guidance), 1)`.as('guidance'),
      sql<number | null>`round(avg(speed), 1)`.as('speed'),
      sql<number | null>`round(avg(attitude), 1)`.as('attitude'),
      stars(1).as('one'),
      stars(2).as('two'),
      stars(3).as('three'),
      stars(4).as('four'),
      stars(5).as('five'),
      count(sql`${mean} >= 4`).as('content'),
      count(sql`returns = 0`).as('neverCameBack'),
      count(sql`filed_online`).as('filedOnline'),
      count(sql`low`).as('low'),
      count(sql`low and answered_at is not null`).as('lowAnswered'),
    ])
    .where('office_id', '=', ctx.officeId)
    .where('rated_on', '>=', input.from)
    .where('rated_on', '<=', input.to)
    .executeTakeFirstOrThrow()
  const { one, two, three, four, five, ...figures } = row
  return { ...figures, stars: { 1: one, 2: two, 3: three, 4: four, 5: five } }
}
