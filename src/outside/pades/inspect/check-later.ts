import { openRevision, type Revision } from '../pdf/open-revision.ts'
import { as, dictOf, nameOf } from '../pdf/pdf-object.ts'
import { Trouble } from '../pdf/trouble.ts'
import { accountBytes } from './account-bytes.ts'
import type { Covered } from './check-byte-range.ts'
import { compareRevisions } from './compare-revisions.ts'
import { finding, type Finding } from './finding.ts'
import { arrayOf, findSignatures, type SignatureField } from './find-signatures.ts'

/** What was done to the file after this signature, down to the byte. */
export function checkLater(final: Revision, field: SignatureField, covered: Covered): Finding[] {
  const signed = openSigned(final, covered.end)
  if (!signed) return [finding('byte_range_wrong')]
  const contents = as('text', field.signature.map.get('Contents'))!
  const mine = findSignatures(signed).some(
    (it) =>
      it.num === field.num &&
      it.name === field.name &&
      as('text', it.signature.map.get('Contents'))?.from === contents.from,
  )
  if (!mine) return [finding('signature_moved')]
  if (signed.start === final.start) return []

  const found = [...accountBytes(signed, final), ...compareRevisions(signed, final)]
  const changed = found.some(
    ({ code }) => code === 'signature_added' || code === 'form_value_changed',
  )
  return changed && permissionOf(final, field) === 1
    ? [...found, finding('not_allowed_by_author')]
    : found
}

/** What was done to a file since it had so many bytes, signed or not. */
export function checkSince(final: Revision, end: number): Finding[] {
  const before = openSigned(final, end)
  if (!before) return [finding('byte_range_wrong')]
  if (before.start === final.start) return []
  return [...accountBytes(before, final), ...compareRevisions(before, final)]
}

/** The revision that was signed, opened by itself; null when those bytes are no PDF. */
function openSigned(final: Revision, end: number): Revision | null {
  try {
    return openRevision(final.file, end)
  } catch (error) {
    if (error instanceof Trouble && error.code !== 'too_heavy') return null
    throw error
  }
}

/** 1 when the first signer allowed no further signatures (DocMDP, ISO 32000-1, 12.8.2.2). */
function permissionOf({ get }: Revision, { signature }: SignatureField): number | undefined {
  for (const it of arrayOf(get(signature.map.get('Reference')))) {
    const reference = dictOf(get(it))?.map
    if (nameOf(get(reference?.get('TransformMethod'))) !== 'DocMDP') continue
    const said = get(dictOf(get(reference?.get('TransformParams')))?.map.get('P'))
    return typeof said === 'number' ? said : 2
  }
  return undefined
}
