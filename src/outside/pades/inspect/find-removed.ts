import { openRevision, type Revision } from '../pdf/open-revision.ts'
import { Trouble } from '../pdf/trouble.ts'
import { finding, type Finding } from './finding.ts'
import { findSignatures } from './find-signatures.ts'

/** Looks at so many of the newest ends that the file has had. */
const depth = 20

/** Signatures that an earlier revision had and that were taken out of the form since. */
export function findRemoved(final: Revision): Finding[] {
  const { bytes, budget } = final.file
  const whole = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  let end = final.eof - '%%EOF'.length
  for (let i = 0; i < depth; i++) {
    budget.look(end)
    const mark = whole.lastIndexOf('%%EOF', end - 1)
    if (mark < 0) return []
    const names = namesAt(final, mark + '%%EOF'.length)
    if (names.length > 0) return [finding('signature_removed', { detail: names.join(', ') })]
    end = mark
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
