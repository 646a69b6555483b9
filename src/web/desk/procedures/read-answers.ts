import type { Context } from 'hono'
import {
  relations,
  type Answers,
  type ProcedureVersion,
  type Relation,
} from '#src/modules/catalogue/index.ts'
import type { Env } from '../../env.ts'

/** What the person has answered so far; it stands in the address and says nothing of who asks. */
export type Asked = { answers: Answers; relation: Relation | null; subjectIsMinor: boolean }

export function readAnswers(c: Context<Env>, version: ProcedureVersion): Asked {
  const answers = Object.fromEntries(
    version.questions.flatMap((question) => {
      const given = c.req.query(question.id)
      const known = question.answers.some((it) => it.id === given)
      return known && given !== undefined ? [[question.id, given]] : []
    }),
  )
  const relation = relations.find((it) => it === c.req.query('quan-he')) ?? null
  return { answers, relation, subjectIsMinor: c.req.query('chua-du-18') === '1' }
}
