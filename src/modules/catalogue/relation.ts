import type { Condition, Proxy } from './pack.ts'
import type { ProcedureVersion } from './procedure-version.ts'
import { holds, type Answers } from './answers.ts'

/** What the one who comes is to the one whom the result is for. Worded under `catalogue.relations`. */
export const relations = [
  'self',
  'father',
  'mother',
  'wife',
  'husband',
  'child',
  'sibling',
  'grandfather',
  'grandmother',
  'guardian',
  'grandchild',
  'relative',
  'other',
] as const

export type Relation = (typeof relations)[number]

/**
 * The family rule of hộ tịch: ông, bà, cha, mẹ, con, vợ, chồng, anh, chị, em ruột need no certified
 * authorisation (as the national portal says for 1.004873, 2.000635, 1.001193, 1.000656, 2.002516).
 * A grandchild is not in it. `close_family` is the shorter list of phiếu lý lịch tư pháp số 1 (3.000333).
 */
const kin: Record<Proxy['kin'], readonly Relation[]> = {
  family: ['father', 'mother', 'wife', 'husband', 'child', 'sibling', 'grandfather', 'grandmother'],
  close_family: ['father', 'mother', 'wife', 'husband', 'child'],
}

export type ProxyProof = 'none' | 'written' | 'certified'

/** Worded under `catalogue.proxyReasons`. */
export type ProxyReason =
  | 'for_oneself'
  | 'parent_of_minor'
  | 'guardian'
  | 'within_family'
  | 'outside_family'
  | 'anyone_may'
  | 'not_known'
  | 'in_person_only'
  | 'only_parents_of_minor'
  | 'only_kin'

export type ProxyJudgement = { allowed: boolean; proof: ProxyProof; why: ProxyReason }

/**
 * Whether `relation` may come for the person whom the result is for, and what must be shown for it.
 * The answers choose the rule where the procedure has several: phiếu lý lịch tư pháp số 2 allows
 * nobody but the parents of a minor. Parents of a minor and guardians act as legal representatives
 * (Bộ luật Dân sự 2015, điều 136) wherever anyone may come.
 */
export function judgeProxy(
  version: Pick<ProcedureVersion, 'proxy' | 'proxyWhen'>,
  input: { relation: Relation; answers?: Answers; subjectIsMinor?: boolean },
): ProxyJudgement {
  const { relation, answers = {}, subjectIsMinor = false } = input
  if (relation === 'self') return { allowed: true, proof: 'none', why: 'for_oneself' }
  const rule = proxyRule(version, answers)
  if (!rule) return { allowed: true, proof: 'certified', why: 'not_known' }

  const parent = relation === 'father' || relation === 'mother'
  if (rule.allowed === 'nobody') return no('in_person_only')
  if (parent && subjectIsMinor) return { allowed: true, proof: 'none', why: 'parent_of_minor' }
  if (rule.allowed === 'parents_of_minor') return no('only_parents_of_minor')
  if (relation === 'guardian') return { allowed: true, proof: 'none', why: 'guardian' }
  if (kin[rule.kin].includes(relation))
    return { allowed: true, proof: rule.kinProof, why: 'within_family' }
  if (rule.otherProof === 'not_allowed') return no('only_kin')
  const why = rule.otherProof === 'none' ? 'anyone_may' : 'outside_family'
  return { allowed: true, proof: rule.otherProof, why }
}

/** The rule that these answers lead to; null when the law's rule is not known to us. */
export function proxyRule(
  version: Pick<ProcedureVersion, 'proxy' | 'proxyWhen'>,
  answers: Answers,
): Proxy | null {
  const special = version.proxyWhen.find((it: { when: Condition }) => holds(it.when, answers))
  return special?.proxy ?? version.proxy
}

function no(why: ProxyReason): ProxyJudgement {
  return { allowed: false, proof: 'none', why }
}
