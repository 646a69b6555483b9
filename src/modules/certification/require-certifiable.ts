import { Refusal } from '#src/base/refusal.ts'
import { judgeOriginal, type OriginalAnswers, type OriginalQuestion } from './eligibility.ts'

/** Refuses, by name, an original that must not be certified, and a question left open. */
export function requireCertifiable(answers: OriginalAnswers): void {
  const why = judgeOriginal(answers)
  if (why) throw new Refusal(refusedFor[why], { field: `answer.${why}` })
}

const refusedFor: Record<OriginalQuestion | 'unanswered', Refusal['code']> = {
  unanswered: 'certification.questions_unanswered',
  altered: 'certification.may_not_altered',
  damaged: 'certification.may_not_damaged',
  secret: 'certification.may_not_secret',
  unlawful: 'certification.may_not_unlawful',
  foreign_not_consularised: 'certification.may_not_foreign',
  private_unconfirmed: 'certification.may_not_private',
}
