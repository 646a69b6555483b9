import { openRevision, type Revision } from '../pdf/open-revision.ts'
import { Trouble } from '../pdf/trouble.ts'
import { finding, type Finding } from './finding.ts'
import { findSignatures } from './find-signatures.ts'

/** Looks at so many of the newest earlier revisions. */
const depth = 20

/** Signatures that an earlier revision had and that were taken out of the form since. */
export function findRemoved(final: Revision): Finding[] {
  const { bytes, budget } = final.file
  const whole = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  for (const { from } of final.sections.slice(1, depth)) {
    budget.look(bytes.length)
    const word = whole.indexOf(`startxref\n${from}`)
    const mark = word < 0 ? -1 : whole.indexOf('%%EOF', word)
    const names = mark < 0 ? [] : namesAt(final, mark + 5)
    if (names.length > 0) return [finding('signature_removed', { detail: names.join(', ') })]
  }
  return []
}

function namesAt(final: Revision, end: number): string[] {
  try {
    return findSignatures(openRevision(final.file, end)).map((it) => it.name)
  } catch (error) {
    if (error instanceof Trouble && error.code !== 'too_heavy') return []
    throw error
  }
}
