import { sql } from 'kysely'
import type { Ctx } from '#src/base/ctx.ts'
import { shareOf } from './counted.ts'
import { said } from './labels.ts'
import type { Period } from './period.ts'
import type { RatingFigures, StarQuestion } from './report.ts'

type Row = {
  count: number
  satisfied: number
  low: number
  lowAnswered: number
  filedOnline: number
  /** How many answered a question so: `guidance` 5 → 9. */
  answers: { question: StarQuestion | 'returns'; answer: number; count: number }[]
}

const questions: readonly StarQuestion[] = ['guidance', 'speed', 'attitude']
const stars = [1, 2, 3, 4, 5] as const
const times = [0, 1, 2, 3] as const

/** The ratings given in the period, whenever their requests were received. */
export async function readRatings(
  ctx: Pick<Ctx, 'db' | 'officeId'>,
  { from, to }: Period,
): Promise<RatingFigures> {
  const { rows } = await sql<Row>`
    with given as (
      select * from ratings.rating_report
       where office_id = ${ctx.officeId} and rated_on between ${from} and ${to}
    ), answers as (
      select question, answer, count(*) as count
        from given, lateral (values ('guidance', guidance), ('speed', speed),
                                    ('attitude', attitude), ('returns', returns))
                      as asked (question, answer)
       group by question, answer
    )
    select count(*) as count,
           count(*) filter (where average >= 4) as satisfied,
           count(*) filter (where low) as low,
           count(*) filter (where low and answered) as "lowAnswered",
           count(*) filter (where filed_online) as "filedOnline",
           coalesce((select json_agg(answers) from answers), '[]') as answers
      from given
  `.execute(ctx.db)
  const { answers, ...row } = rows[0]!
  const countOf = (question: string, answer: number) =>
    answers.find((it) => it.question === question && it.answer === answer)?.count ?? 0
  const sumOf = (question: StarQuestion) =>
    stars.reduce((sum, star) => sum + star * countOf(question, star), 0)
  const mean = (sum: number, of: number) => (of === 0 ? null : sum / of)

  const allStars = questions.reduce((sum, question) => sum + sumOf(question), 0)
  return {
    count: row.count,
    average: mean(allStars, row.count * questions.length),
    satisfied: shareOf(row.satisfied, row.count),
    low: row.low,
    lowAnswered: shareOf(row.lowAnswered, row.low),
    filedOnline: shareOf(row.filedOnline, row.count),
    questions: questions.map((key) => ({
      key,
      label: said((words) => words.reports.questions[key]),
      average: mean(sumOf(key), row.count),
      stars: [countOf(key, 1), countOf(key, 2), countOf(key, 3), countOf(key, 4), countOf(key, 5)],
    })),
    returns: times.map((time) => ({
      times: time,
      label: said((words) => words.ratings.returns[time]),
      count: countOf('returns', time),
    })),
  }
}
