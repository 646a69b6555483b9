import { code, isSpace, isWord } from '../pdf/characters.ts'
import { limits } from '../pdf/budget.ts'
import type { Revision } from '../pdf/open-revision.ts'
import { as } from '../pdf/pdf-object.ts'
import { arrayOf, type SignatureField } from './find-signatures.ts'

/** The bytes that a signature speaks for, and what it holds. */
export type Covered = {
  /** Where the signed revision ends. */
  end: number
  parts: [Uint8Array, Uint8Array]
  contents: Uint8Array
}

/**
 * The ByteRange must be the whole revision but for exactly the signature's own `<…>` (ISO 32000-1,
 * 12.8.1; ETSI EN 319 142-1, 5.3): from byte 0, no second gap, a gap that is nothing but this
 * dictionary's Contents, and an end at a `%%EOF`. Null when it is anything else.
 */
export function checkByteRange(final: Revision, field: SignatureField): Covered | null {
  const { bytes, budget } = final.file
  const range = arrayOf(final.get(field.signature.map.get('ByteRange')))
  const contents = as('text', field.signature.map.get('Contents'))
  if (range.length !== 4 || !range.every((it) => Number.isInteger(it) && (it as number) >= 0)) {
    return null
  }
  const [from, first, second, rest] = range as [number, number, number, number]
  const end = second + rest
  if (from !== 0 || end > bytes.length || !contents?.hex) return null
  // A dictionary inside an object stream has no bytes of its own that could be left out.
  if (field.signatureNum === undefined || final.entries.get(field.signatureNum)?.kind !== 'at') {
    return null
  }
  if (contents.from !== first || contents.to !== second) return null
  if (bytes[first] !== code('<') || bytes[second - 1] !== code('>')) return null
  if (contents.bytes.length > limits.signatureBytes) return null

  // All of it will be hashed.
  budget.look(end)
  let last = end
  while (last > second && isSpace(bytes[last - 1])) last--
  if (!isWord(bytes, last - 5, '%%EOF')) return null
  return {
    end,
    parts: [bytes.subarray(0, first), bytes.subarray(second, end)],
    contents: contents.bytes,
  }
}
