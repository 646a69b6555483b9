import { z } from 'zod'
import { originalQuestions, type OriginalAnswers } from '#src/modules/certification/index.ts'
import type { Words } from '#src/words/index.ts'
import { typedWhole } from '../../admin/typed.ts'

/** What the officer says of the original and of the copy that is wanted. */
export function askShape(w: Words) {
  const { ask } = w.deskCertification
  return z.object({
    clientKey: z.string(),
    paperId: z.string().default(''),
    onVneid: z.literal('co').optional(),
    still: z.literal('co').optional(),
    medium: z.enum(['electronic', 'paper'], ask.chooseOne),
    deed: z.string().default('ghi'),
    originalName: z.string().default(''),
    originalPages: typedWhole(ask.whole),
    copies: typedWhole(ask.whole),
    exemptReason: z.string().default(''),
  })
}

/** Answers are posted as `answer.altered`; here they are put together again. */
export function answersOf(values: Record<string, string | string[]>): OriginalAnswers {
  return Object.fromEntries(
    originalQuestions.flatMap((question) => {
      const answer = values[`answer.${question}`]
      return answer === 'yes' || answer === 'no' || answer === 'exempt' ? [[question, answer]] : []
    }),
  )
}

/** Each question that nobody answered is named beside itself. */
export function unanswered(w: Words, answers: OriginalAnswers): Record<string, string> {
  const open = originalQuestions.filter((question) => answers[question] === undefined)
  return Object.fromEntries(
    open.map((question) => [`answer.${question}`, w.deskCertification.ask.unanswered[question]]),
  )
}
