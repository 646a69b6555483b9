import { deflateSync } from 'node:zlib'
import { isWord } from '../pdf/characters.ts'
import type { Revision } from '../pdf/open-revision.ts'
import { as, dictOf, type PdfObject } from '../pdf/pdf-object.ts'
import { Trouble } from '../pdf/trouble.ts'
import { catalogOf } from '../inspect/find-signatures.ts'
import { writeObject } from './write-object.ts'

/** Objects to add or to replace, by number, written as they stand between `obj` and `endobj`. */
export type Additions = Map<number, string | Buffer>

/** A number that no object of the file has, nor any of those added so far. */
export function nextNumber(revision: Revision, additions: Additions): number {
  const size = revision.trailer.map.get('Size')
  const most = [...additions.keys()].reduce((a, b) => Math.max(a, b), 0)
  return Math.max(typeof size === 'number' ? size : 0, most + 1)
}

/** The object as a stream, packed. */
export function packStream(content: Uint8Array): Buffer {
  const packed = deflateSync(content)
  const head = `<</Filter /FlateDecode /Length ${packed.length}>>\nstream\n`
  return Buffer.concat([Buffer.from(head, 'latin1'), packed, Buffer.from('\nendstream')])
}

/**
 * The file with a revision appended (ISO 32000-1, 7.5.6): not one byte of what was there changes, so
 * every signature on it stays what it was. The new section is of the kind that the last one was, and
 * laid out as PDF/A-1 asks (ISO 19005-1, 6.1). `places` says where each added object begins.
 */
export function appendRevision(
  revision: Revision,
  additions: Additions,
): { bytes: Buffer; places: Map<number, number> } {
  const { bytes } = revision.file
  const before = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  const pieces: Buffer[] = [before]
  const places = new Map<number, number>()
  let at = before.length
  const put = (piece: Buffer) => {
    pieces.push(piece)
    at += piece.length
  }
  if (before.at(-1) !== 0x0a) put(Buffer.from('\n'))
  const numbers = [...additions.keys()].sort((a, b) => a - b)
  for (const num of numbers) {
    places.set(num, at)
    const content = additions.get(num)!
    put(Buffer.from(`${num} 0 obj\n`))
    put(typeof content === 'string' ? Buffer.from(content, 'latin1') : content)
    put(Buffer.from('\nendobj\n'))
  }
  const asTable = isWord(bytes, revision.sections[0]!.from, 'xref')
  const size = nextNumber(revision, additions)
  const trailer = trailerOf(revision, asTable ? size : size + 1)
  const start = at
  put(asTable ? writeTable(places, trailer) : writeXrefStream(places, trailer, size, start))
  put(Buffer.from(`startxref\n${start}\n%%EOF\n`))
  return { bytes: Buffer.concat(pieces, at), places }
}

function trailerOf(revision: Revision, size: number): Map<string, PdfObject> {
  const kept = ['Root', 'Info', 'ID'].flatMap((key) => {
    const value = revision.trailer.map.get(key)
    return value === undefined ? [] : [[key, value] as const]
  })
  return new Map<string, PdfObject>([['Size', size], ['Prev', revision.start], ...kept])
}

function writeTable(places: Map<number, number>, trailer: Map<string, PdfObject>): Buffer {
  const lines = [...places].map(
    ([num, offset]) => `${num} 1\n${String(offset).padStart(10, '0')} 00000 n \n`,
  )
  const dict = writeObject({ kind: 'dict', map: trailer })
  return Buffer.from(`xref\n${lines.join('')}trailer\n${dict}\n`, 'latin1')
}

function writeXrefStream(
  places: Map<number, number>,
  trailer: Map<string, PdfObject>,
  own: number,
  start: number,
): Buffer {
  const all = [...places, [own, start] as const]
  const rows = Buffer.alloc(all.length * 6)
  for (const [i, [, offset]] of all.entries()) {
    rows.writeUInt8(1, i * 6)
    rows.writeUInt32BE(offset, i * 6 + 1)
  }
  const map = new Map<string, PdfObject>([
    ['Type', { kind: 'name', name: 'XRef' }],
    ...trailer,
    ['W', [1, 4, 1]],
    ['Index', all.flatMap(([num]) => [num, 1])],
    ['Length', rows.length],
  ])
  const head = `${own} 0 obj\n${writeObject({ kind: 'dict', map })}\nstream\n`
  const tail = '\nendstream\nendobj\n'
  return Buffer.concat([Buffer.from(head, 'latin1'), rows, Buffer.from(tail)])
}

/** The dictionary of an object with some entries set, for writing. */
export function withEntries(object: PdfObject, entries: Record<string, PdfObject>): PdfObject {
  const map = new Map([...(dictOf(object)?.map ?? []), ...Object.entries(entries)])
  return { kind: 'dict', map }
}

/** Sets one entry of the catalog, which is always an object of its own. */
export function setInCatalog(
  revision: Revision,
  additions: Additions,
  key: string,
  value: PdfObject,
): void {
  const root = as('ref', revision.trailer.map.get('Root'))
  if (!root) throw new Trouble('broken')
  additions.set(root.num, writeObject(withEntries(catalogOf(revision), { [key]: value })))
}
