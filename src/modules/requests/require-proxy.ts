import type { RequestsProof } from '#src/base/database.generated.ts'
import { Refusal } from '#src/base/refusal.ts'
import {
  judgeProxy,
  type Answers,
  type ProcedureVersion,
  type Relation,
} from '#src/modules/catalogue/index.ts'

/**
 * What the one who comes must show to act for the subject. Refuses where the law lets nobody, or not
 * this relative, come for another; the params say why, in the code of `catalogue.proxyReasons`.
 */
export function requireProxy(
  version: ProcedureVersion,
  input: {
    relation: Relation
    requester?: unknown
    answers: Answers
    subjectIsMinor: boolean
  },
): RequestsProof {
  if (input.relation !== 'self' && !input.requester)
    throw new Refusal('requests.requester_missing', { field: 'requester.fullName' })
  const judged = judgeProxy(version, input)
  if (!judged.allowed)
    throw new Refusal('requests.proxy_not_allowed', {
      field: 'relation',
      params: { why: judged.why, name: version.plainName.vi, nameEn: version.plainName.en },
    })
  return judged.proof
}
