import type { ProcedureVersion } from '#src/modules/catalogue/index.ts'
import type { NeedAnswer } from './copy.ts'

/** Whether a certified copy is asked for, and how we know. */
export type Need = {
  answer: NeedAnswer
  because:
    | 'on_vneid'
    | 'office_rule'
    | 'paper_certified_online'
    | 'paper_only_shown'
    | 'procedure_requires'
    | 'procedure_does_not_ask'
    | 'not_said'
  source: string | null
  checkedOn: Temporal.PlainDate | null
}

/**
 * What the catalogue says of one paper of a procedure. Where it is silent the answer is `unknown`: the
 * desk looks at the authority's own page, and nobody is told that a copy is needless on a guess.
 */
export function needByCatalogue(
  version: Pick<ProcedureVersion, 'papers' | 'uploadRule' | 'source' | 'checkedOn'>,
  listedAs: string | null,
): Need {
  const known = { source: version.source, checkedOn: version.checkedOn }
  const paper = version.papers.find((it) => it.id === listedAs)
  const rule = version.uploadRule?.certifiedCopies
  if (paper?.certifiedOnline)
    return { answer: 'needed', because: 'paper_certified_online', ...known }
  if (rule === 'not_needed')
    return { answer: 'not_needed', because: 'procedure_does_not_ask', ...known }
  if (paper?.shownOnly) return { answer: 'not_needed', because: 'paper_only_shown', ...known }
  if (rule === 'required' && !paper)
    return { answer: 'needed', because: 'procedure_requires', ...known }
  return { answer: 'unknown', because: 'not_said', source: null, checkedOn: null }
}
