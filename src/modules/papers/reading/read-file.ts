import { decodePicture } from './decode-picture.ts'
import { kindOf } from './kind-of.ts'
import { limits } from './limits.ts'
import { makePage } from './make-page.ts'
import { readPdf } from './read-pdf.ts'
import { Unreadable, type Reading } from './reading.ts'

/** Reads one file that somebody sent, and makes a straight page of a picture. */
export async function readFile(bytes: Uint8Array): Promise<Reading> {
  if (bytes.length === 0) throw new Unreadable('empty')
  if (bytes.length > limits.bytes) throw new Unreadable('too_large')
  const mediaType = kindOf(bytes)
  if (mediaType === null) throw new Unreadable('wrong_type')
  if (mediaType === 'application/pdf')
    return { kind: 'pdf', mediaType, sheets: await readPdf(bytes) }
  const decoded = await decodePicture(bytes, mediaType)
  const { width, height } = decoded
  return { kind: 'picture', mediaType, width, height, made: await makePage(decoded) }
}
