import { holds, mayHold, type Answers } from './answers.ts'
import type { Condition, Paper, Question } from './pack.ts'
import type { ProcedureVersion } from './procedure-version.ts'

type Asked = Pick<ProcedureVersion, 'questions' | 'papers' | 'proxyWhen'>

export type Checklist = {
  /** Exactly the papers that this person needs, those under a heading after those without. */
  papers: Paper[]
  /** What must still be asked before the list is certain; empty when it is. */
  open: Question[]
}

/**
 * The papers that these answers call for. A paper that hangs on a question not answered yet is left
 * out, and the question stands in `open`. Answers that the procedure does not know count as none.
 */
export function buildChecklist(version: Asked, answers: Answers): Checklist {
  const given = knownAnswers(version, answers)
  const papers = version.papers.filter((paper) => holds(paper.when, given))
  const headings = [...new Set(papers.map((paper) => paper.group?.vi ?? ''))]
  headings.sort((a, b) => Number(a !== '') - Number(b !== ''))
  return {
    papers: headings.flatMap((heading) =>
      papers.filter((paper) => (paper.group?.vi ?? '') === heading),
    ),
    open: nextQuestions(version, given),
  }
}

/**
 * The questions still worth asking, in the order of the procedure: not answered, and an answer could
 * still change the papers or who may come. One that nothing hangs on is asked too; the officer needs it.
 */
export function nextQuestions(version: Asked, answers: Answers): Question[] {
  const given = knownAnswers(version, answers)
  const conditions = [...version.papers, ...version.proxyWhen].map((it) => it.when)
  return version.questions.filter((question) => {
    if (given[question.id] !== undefined) return false
    const about = conditions.filter((when: Condition) => when[question.id] !== undefined)
    return about.length === 0 || about.some((when: Condition) => mayHold(when, given))
  })
}

function knownAnswers(version: Asked, answers: Answers): Answers {
  return Object.fromEntries(
    version.questions.flatMap((question) => {
      const given = answers[question.id]
      const known = question.answers.some((answer) => answer.id === given)
      return known && given !== undefined ? [[question.id, given]] : []
    }),
  )
}
