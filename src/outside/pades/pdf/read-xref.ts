import { isSpace, isWord, skipSpace } from './characters.ts'
import { inflateStream } from './inflate-stream.ts'
import { as, nameOf, type Dict } from './pdf-object.ts'
import { readNumbered, readObject, readWhole, type Source } from './read-object.ts'
import { Trouble } from './trouble.ts'

/** Where an object of the file lies: at a byte, or as the nth of an object stream; or it is gone. */
export type Entry =
  | { kind: 'at'; offset: number; gen: number }
  | { kind: 'inside'; stream: number; index: number }
  | { kind: 'free' }

/** One cross-reference section (ISO 32000-1, 7.5.4 and 7.5.8) with its trailer. */
export type Section = {
  from: number
  to: number
  entries: Map<number, Entry>
  trailer: Dict
  /** Where the section before it begins. */
  previous: number | undefined
  /** A second section for other readers, beside this one: two views of one file. */
  hybrid: number | undefined
}

export function readSection(source: Source, from: number): Section {
  const { bytes } = source
  const at = skipSpace(bytes, from)
  if (at >= bytes.length) throw new Trouble('broken', from)
  const read = isWord(bytes, at, 'xref') ? readTable(source, at) : readXrefStream(source, at)
  const number = (key: string) => {
    const said = read.trailer.map.get(key)
    return typeof said === 'number' ? said : undefined
  }
  return { ...read, from: at, previous: number('Prev'), hybrid: number('XRefStm') }
}

type Content = Pick<Section, 'to' | 'entries' | 'trailer'>

function readTable(source: Source, at: number): Content {
  const { bytes, budget } = source
  const entries = new Map<number, Entry>()
  let next = skipSpace(bytes, at + 4)
  while (!isWord(bytes, next, 'trailer')) {
    const first = readWhole(bytes, next)
    const count = readWhole(bytes, skipSpace(bytes, first.end))
    next = skipSpace(bytes, count.end)
    for (let i = 0; i < count.value; i++) {
      budget.entry()
      const offset = readWhole(bytes, next)
      const gen = readWhole(bytes, skipSpace(bytes, offset.end))
      const kind = skipSpace(bytes, gen.end)
      const inUse = isWord(bytes, kind, 'n')
      if (!inUse && !isWord(bytes, kind, 'f')) throw new Trouble('broken', kind)
      put(
        entries,
        first.value + i,
        inUse ? { kind: 'at', offset: offset.value, gen: gen.value } : { kind: 'free' },
      )
      next = skipSpace(bytes, kind + 1)
    }
  }
  const trailer = readObject(source, next + 'trailer'.length)
  budget.look(trailer.end - at)
  const dict = as('dict', trailer.value)
  if (!dict) throw new Trouble('broken', next)
  return { to: trailer.end, entries, trailer: dict }
}

function readXrefStream(source: Source, at: number): Content {
  const { value, end } = readNumbered(source, at)
  const stream = as('stream', value)
  if (!stream || nameOf(stream.dict.map.get('Type')) !== 'XRef') throw new Trouble('broken', at)
  const { map } = stream.dict
  const widths = numbersOf(map.get('W'))
  if (widths.length !== 3 || widths.some((it) => it > 6)) throw new Trouble('broken', at)
  const [typeWidth, firstWidth, secondWidth] = widths as [number, number, number]
  const size = map.get('Size')
  const index = map.has('Index')
    ? numbersOf(map.get('Index'))
    : [0, typeof size === 'number' ? size : 0]

  const data = Buffer.from(inflateStream(stream, source.budget))
  const entries = new Map<number, Entry>()
  let next = 0
  const take = (width: number, otherwise: number) => {
    if (width === 0) return otherwise
    if (next + width > data.length) throw new Trouble('broken', at)
    next += width
    return data.readUIntBE(next - width, width)
  }
  for (let pair = 0; pair + 1 < index.length; pair += 2) {
    for (let i = 0; i < index[pair + 1]!; i++) {
      source.budget.entry()
      const type = take(typeWidth, 1)
      const first = take(firstWidth, 0)
      const second = take(secondWidth, 0)
      put(entries, index[pair]! + i, entryOf(type, first, second))
    }
  }
  return { to: end, entries, trailer: stream.dict }
}

function entryOf(type: number, first: number, second: number): Entry {
  if (type === 1) return { kind: 'at', offset: first, gen: second }
  if (type === 2) return { kind: 'inside', stream: first, index: second }
  return { kind: 'free' }
}

function put(entries: Map<number, Entry>, num: number, entry: Entry): void {
  if (entries.has(num)) throw new Trouble('said_twice')
  entries.set(num, entry)
}

function numbersOf(object: unknown): number[] {
  const list = Array.isArray(object) ? object : []
  if (list.some((it) => !Number.isInteger(it) || it < 0)) throw new Trouble('broken')
  return list as number[]
}

/** Where the last section before `end` begins, and where its `%%EOF` ends. */
export function findLastSection(bytes: Uint8Array, end: number): { start: number; eof: number } {
  const whole = Buffer.from(bytes.buffer, bytes.byteOffset, end)
  const word = whole.lastIndexOf('startxref')
  if (word < 0) throw new Trouble('broken')
  const start = readWhole(whole, skipSpace(whole, word + 'startxref'.length))
  let eof = start.end
  while (isSpace(whole[eof])) eof++
  if (!isWord(whole, eof, '%%EOF')) throw new Trouble('broken', eof)
  return { start: start.value, eof: eof + 5 }
}
