import type { Issued } from '#src/modules/certification/index.ts'
import type { Report } from '#src/outside/pades/inspect/finding.ts'
import type { Tone } from '../../ui/pieces.tsx'

/** What the register says of a file: as a whole, by its first part, and of the code that came with it. */
export type InRegister = {
  /** The copy whose file this is, byte for byte. */
  whole: Issued | null
  /** The copy that the file began as, before something was put behind it. */
  beginning: Issued | null
  /** The copy of the code on the page that the file was sent from. */
  asked: Issued | null
}

export type Answer =
  | 'issued'
  | 'issued_weak'
  | 'revoked'
  | 'annulled'
  | 'another_copy'
  | 'not_the_file'
  | 'changed'
  | 'failed'
  | 'valid'
  | 'others'
  | 'intact'
  | 'unsigned'
  | 'unreadable'

export type Judgement = { answer: Answer; tone: Tone; copy: Issued | null }

/**
 * One answer from the register and the signatures. The register comes first: only it knows which bytes were
 * issued and what was revoked since. Ordinary checkers call a copy "valid" to which a page was added.
 */
export function judgeFile(report: Report, { whole, beginning, asked }: InRegister): Judgement {
  if (whole) return judgeIssued(report, whole, asked)
  if (beginning) return { answer: 'changed', tone: 'hot', copy: beginning }
  if (asked) return { answer: 'not_the_file', tone: 'hot', copy: asked }
  const answer = isByOthers(report) ? 'others' : report.verdict
  return { answer, tone: tones[answer], copy: null }
}

const tones = {
  valid: 'sun',
  others: 'sun',
  intact: 'sun',
  unsigned: 'sun',
  failed: 'hot',
  unreadable: 'hot',
} as const

function judgeIssued(report: Report, copy: Issued, asked: Issued | null): Judgement {
  if (copy.state !== 'issued') return { answer: copy.state, tone: 'hot', copy }
  if (asked && asked.copyId !== copy.copyId) return { answer: 'another_copy', tone: 'hot', copy }
  const weak = report.verdict !== 'valid' && report.verdict !== 'intact'
  return { answer: weak ? 'issued_weak' : 'issued', tone: weak ? 'sun' : 'leaf', copy }
}

/** What others' programs leave out of a signature, and what only their own roots could tell. */
const doubtsOfOthers = new Set([
  ...['signed_by_others', 'time_by_others', 'revocation_unknown', 'certificate_not_named'],
])

/** Nothing wrong, and nothing unsure but who the signers are. */
function isByOthers({ verdict, findings, signatures }: Report): boolean {
  const doubts = [...findings, ...signatures.flatMap((it) => it.findings)].filter(
    (it) => it.severity === 'doubts',
  )
  return (
    verdict === 'intact' &&
    doubts.some((it) => it.code === 'signed_by_others') &&
    doubts.every((it) => doubtsOfOthers.has(it.code))
  )
}
