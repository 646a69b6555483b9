import { openPdf, openRevision, type Revision } from '../pdf/open-revision.ts'
import { as, dictOf, type PdfObject, type Ref } from '../pdf/pdf-object.ts'
import { Trouble } from '../pdf/trouble.ts'
import { arrayOf, catalogOf, findFields } from '../inspect/find-signatures.ts'
import { listPages } from '../inspect/list-pages.ts'
import { hashOf } from '../inspect/read-cms.ts'
import {
  appendRevision,
  nextNumber,
  setInCatalog,
  withEntries,
  type Additions,
} from './append-revision.ts'
import { writeDate, writeObject, writeText } from './write-object.ts'

/** What a signature says about itself. */
export type Asked =
  | { kind: 'signature'; field: string; at: Date; name?: string; reason?: string; place?: string }
  | { kind: 'document_time'; field: string }

/**
 * A file that waits for its signature: whole but for the digits between `from` and `to`. It may be kept
 * for days; the signature fits these bytes and no others.
 */
export type Prepared = { pdf: Uint8Array; from: number; to: number }

/** Three certificates and a time stamp were 9 KB; a longer chain has room too. */
const room = 16_384
const rangeWidth = '/ByteRange [0 0000000000 0000000000 0000000000]'.length

/**
 * Appends an empty signature to a file, without changing a byte of it (ISO 32000-1, 12.8; ETSI EN
 * 319 142-1, 5.3). The field is on the first page and not to be seen: what a reader shall see is drawn
 * on the page before. Refuses, as `Trouble`, files that are not whole.
 */
export function prepareSignature(pdf: Uint8Array, asked: Asked): Prepared {
  const revision = openRevision(openPdf(pdf), pdf.length)
  if (findFields(revision).some((it) => it.name === asked.field)) throw new Trouble('said_twice')
  const page = listPages(revision).pages[0]
  if (page?.num === undefined) throw new Trouble('broken')

  const additions: Additions = new Map()
  const take = () => {
    const num = nextNumber(revision, additions)
    additions.set(num, '')
    return num
  }
  const signature = take()
  const look = take()
  const field = take()
  additions.set(signature, writeSignature(asked))
  additions.set(look, emptyLook)
  additions.set(field, writeField(asked.field, { signature, look, page: page.num }))
  addToPage(revision, additions, page.num, field)
  addToForm(revision, additions, field)

  const { bytes, places } = appendRevision(revision, additions)
  const from = bytes.indexOf('/Contents <', places.get(signature)) + '/Contents '.length
  const to = from + room * 2 + 2
  const range = `/ByteRange [0 ${from} ${to} ${bytes.length - to}]`.padEnd(rangeWidth)
  bytes.write(range, bytes.indexOf('/ByteRange', places.get(signature)), 'latin1')
  return { pdf: bytes, from, to }
}

/** SHA-256 of all that the signature will speak for. */
export function digestOf({ pdf, from, to }: Prepared): Buffer {
  return hashOf('sha256', pdf.subarray(0, from), pdf.subarray(to))
}

/**
 * Puts the signature where it was waited for, in these same bytes: a scan of many megabytes is not
 * copied once more. Every digit is written, so that it may be done again.
 */
export function embedSignature({ pdf, from, to }: Prepared, der: Uint8Array): Uint8Array {
  if (der.length > room) throw new RangeError(`a signature of ${der.length} bytes has no room`)
  const signed = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.length)
  if (signed[from] !== 0x3c || signed[to - 1] !== 0x3e)
    throw new RangeError('not the prepared file')
  const digits = Buffer.from(der).toString('hex').toUpperCase()
  signed.write(`<${digits.padEnd(to - from - 2, '0')}>`, from, 'latin1')
  return signed
}

function writeSignature(asked: Asked): string {
  const time = asked.kind === 'document_time'
  const parts = [
    time ? '/Type /DocTimeStamp' : '/Type /Sig',
    '/Filter /Adobe.PPKLite',
    time ? '/SubFilter /ETSI.RFC3161' : '/SubFilter /ETSI.CAdES.detached',
  ]
  if (!time) {
    parts.push(`/M ${writeDate(asked.at)}`)
    if (asked.name) parts.push(`/Name ${writeText(asked.name)}`)
    if (asked.reason) parts.push(`/Reason ${writeText(asked.reason)}`)
    if (asked.place) parts.push(`/Location ${writeText(asked.place)}`)
  }
  parts.push('/ByteRange'.padEnd(rangeWidth), `/Contents <${'0'.repeat(room * 2)}>`)
  return `<<${parts.join('\n')}>>`
}

/** PDF/A asks for a look even where nothing is to be seen (ISO 19005-1, 6.9). */
const emptyLook =
  '<</Type /XObject /Subtype /Form /BBox [0 0 0 0] /Resources <<>> /Length 0>>\nstream\n\nendstream'

function writeField(name: string, at: { signature: number; look: number; page: number }): string {
  // 132: printed and locked, as PDF/A and signatures ask.
  return [
    `<</Type /Annot /Subtype /Widget /FT /Sig /T ${writeText(name)} /F 132 /Rect [0 0 0 0]`,
    `/P ${at.page} 0 R /V ${at.signature} 0 R /AP <</N ${at.look} 0 R>>>>`,
  ].join(' ')
}

function addToPage(revision: Revision, additions: Additions, page: number, field: number): void {
  const ref: Ref = { kind: 'ref', num: page, gen: 0 }
  const dict = dictOf(revision.get(ref))
  const said = dict?.map.get('Annots')
  const list = [...arrayOf(revision.get(said)), { kind: 'ref', num: field, gen: 0 } as const]
  const own = as('ref', said)
  if (own) additions.set(own.num, writeObject(list))
  else additions.set(page, writeObject(withEntries(dict ?? null, { Annots: list })))
}

function addToForm(revision: Revision, additions: Additions, field: number): void {
  const catalog = catalogOf(revision)
  const said = catalog.map.get('AcroForm')
  const form = revision.get(said)
  const listed = dictOf(form)?.map.get('Fields')
  const fields: PdfObject[] = [
    ...arrayOf(revision.get(listed)),
    { kind: 'ref', num: field, gen: 0 },
  ]
  const changed = withEntries(form, { Fields: fields, SigFlags: 3 })
  const own = as('ref', said)
  if (own) additions.set(own.num, writeObject(changed))
  else setInCatalog(revision, additions, 'AcroForm', changed)
}
