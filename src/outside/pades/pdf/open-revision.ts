import { isWord } from './characters.ts'
import { limits, openBudget, type Budget } from './budget.ts'
import { readInside, type Unpacked } from './read-inside.ts'
import { as, type Dict, type PdfObject } from './pdf-object.ts'
import { readNumbered, type Source } from './read-object.ts'
import { findLastSection, readSection, type Entry, type Section } from './read-xref.ts'
import { Trouble } from './trouble.ts'

/** A PDF file as bytes, with what was read of it so far. All its revisions share this. */
export type PdfFile = {
  bytes: Uint8Array
  budget: Budget
  /** Objects by where they lie, so that the same bytes are the same object in every revision. */
  read: Map<string, { num: number; value: PdfObject; end: number }>
  /** Object streams, unpacked, by where they lie. */
  unpacked: Map<number, Unpacked>
}

/** The file as it was when it ended at `end`: what a viewer would have shown then. */
export type Revision = {
  file: PdfFile
  end: number
  /** Where its last section begins, and where its `%%EOF` ends. */
  start: number
  eof: number
  /** The newest first. */
  sections: Section[]
  entries: Map<number, Entry>
  trailer: Dict
  /** The object behind a reference; anything else as it is. An object that is not there is null. */
  get: (object: PdfObject | undefined) => PdfObject
  /** Where the object that begins at `offset` ends. */
  endOf: (num: number, offset: number) => number
}

export function openPdf(bytes: Uint8Array): PdfFile {
  const budget = openBudget(bytes.length)
  if (!isWord(bytes, 0, '%PDF-')) throw new Trouble('not_pdf')
  return { bytes, budget, read: new Map(), unpacked: new Map() }
}

/**
 * Follows the cross-reference sections from the last one before `end` to the first (ISO 32000-1, 7.5).
 * Never guesses: a file whose sections do not lead where they say is broken, because every viewer that
 * repairs such a file may show another document.
 */
export function openRevision(file: PdfFile, end: number): Revision {
  const bytes = file.bytes.subarray(0, end)
  const entries = new Map<number, Entry>()
  const source: Source = {
    bytes,
    budget: file.budget,
    lengthOf: (ref) => {
      const entry = entries.get(ref.num)
      if (entry?.kind !== 'at') return undefined
      const { value } = readNumbered({ ...source, lengthOf: () => undefined }, entry.offset)
      return typeof value === 'number' ? value : undefined
    },
  }
  const { start, eof } = findLastSection(bytes, end)
  const sections = readSections(source, start)
  if (sections.some((it) => it.trailer.map.has('Encrypt'))) throw new Trouble('encrypted')
  for (const section of sections) {
    for (const [num, entry] of section.entries) if (!entries.has(num)) entries.set(num, entry)
  }

  const readOnce = (key: string, num: number, read: () => { value: PdfObject; end: number }) => {
    const known = file.read.get(key)
    // What another revision read beyond our end was not there yet.
    if (known && known.end <= end) {
      if (known.num !== num) throw new Trouble('broken')
      return known
    }
    const fresh = read()
    file.read.set(key, { num, ...fresh })
    return fresh
  }
  const readWhole = (num: number, offset: number) =>
    readOnce(`${offset}`, num, () => readAt(source, num, offset))
  const readEntry = (num: number): PdfObject => {
    const entry = entries.get(num)
    if (!entry || entry.kind === 'free') return null
    if (entry.kind === 'at') return readWhole(num, entry.offset).value
    const holder = entries.get(entry.stream)
    if (holder?.kind !== 'at') throw new Trouble('broken')
    const { offset } = holder
    return readOnce(`${offset}/${entry.index}`, num, () =>
      readInside(source, file.unpacked, { num, index: entry.index, stream: entry.stream, offset }),
    ).value
  }
  const get = (object: PdfObject | undefined): PdfObject => {
    let it = object ?? null
    for (let hops = 0; hops < 10; hops++) {
      const ref = as('ref', it)
      if (!ref) return it
      file.budget.look(0)
      it = readEntry(ref.num)
    }
    throw new Trouble('broken')
  }
  const endOf = (num: number, offset: number) => readWhole(num, offset).end
  const { trailer } = sections[0]!
  return { file, end, start, eof, sections, entries, trailer, get, endOf }
}

/** Reads the object at `offset`, which must be the one that the section says. */
function readAt(source: Source, num: number, offset: number) {
  const { ref, value, end } = readNumbered(source, offset)
  if (ref.num !== num) throw new Trouble('broken', offset)
  return { value, end }
}

function readSections(source: Source, start: number): Section[] {
  const sections: Section[] = []
  const seen = new Set<number>()
  let next: number | undefined = start
  while (next !== undefined) {
    if (seen.has(next) || seen.size >= limits.xrefSections) throw new Trouble('broken', next)
    seen.add(next)
    const section = readSection(source, next)
    sections.push(section)
    // The older reader's table comes first, then the section beside it, then the one before (7.5.8.4).
    if (section.hybrid !== undefined) sections.push(readSection(source, section.hybrid))
    next = section.previous
  }
  return sections
}
