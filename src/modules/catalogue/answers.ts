import type { Condition } from './pack.ts'

/** By the id of the question: the id of the answer given. */
export type Answers = Record<string, string>

/** Every named question was answered with one of the listed answers. */
export function holds(when: Condition, answers: Answers): boolean {
  return Object.entries(when).every(([question, wanted]) => {
    const given = answers[question]
    return given !== undefined && wanted.includes(given)
  })
}

/** No answer given so far speaks against it. */
export function mayHold(when: Condition, answers: Answers): boolean {
  return Object.entries(when).every(([question, wanted]) => {
    const given = answers[question]
    return given === undefined || wanted.includes(given)
  })
}
