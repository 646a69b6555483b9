import { limits, type Budget } from './budget.ts'
import type { Dict, PdfObject, Ref } from './pdf-object.ts'
import { readHexText, readPlainText } from './read-text.ts'
import { Trouble } from './trouble.ts'
import { code, isDelimiter, isDigit, isSpace, isWord, skipSpace } from './characters.ts'

/** Where objects are read from, and how the length of a stream is found when it is said elsewhere. */
export type Source = {
  bytes: Uint8Array
  budget: Budget
  lengthOf: (ref: Ref) => number | undefined
}

export type Read<T> = { value: T; end: number }

/**
 * Reads one object (ISO 32000-1, 7.3) and says where it ends. Strict where readers of PDF disagree: a
 * dictionary that says the same key twice is refused, because one viewer would show the first and
 * another the second.
 */
export function readObject(source: Source, from: number, depth = 0): Read<PdfObject> {
  const { bytes } = source
  if (depth > limits.depth) throw new Trouble('too_deep', from)
  const at = skipSpace(bytes, from)
  const byte = bytes[at]
  if (byte === code('/')) return readName(bytes, at)
  if (byte === code('(')) return readPlainText(bytes, at, source.budget)
  if (byte === code('[')) return readArray(source, at, depth)
  if (byte === code('<')) {
    return bytes[at + 1] === code('<')
      ? readDict(source, at, depth)
      : readHexText(bytes, at, source.budget)
  }
  if (isWord(bytes, at, 'true')) return { value: true, end: at + 4 }
  if (isWord(bytes, at, 'false')) return { value: false, end: at + 5 }
  if (isWord(bytes, at, 'null')) return { value: null, end: at + 4 }
  return readNumberOrRef(bytes, at)
}

/** An object with its number before it: `12 0 obj … endobj`. A stream may only stand here. */
export function readNumbered(source: Source, from: number): Read<PdfObject> & { ref: Ref } {
  const { bytes, budget } = source
  const num = readWhole(bytes, skipSpace(bytes, from))
  const gen = readWhole(bytes, skipSpace(bytes, num.end))
  const word = skipSpace(bytes, gen.end)
  if (!isWord(bytes, word, 'obj')) throw new Trouble('broken', from)
  const ref: Ref = { kind: 'ref', num: num.value, gen: gen.value }
  const { value, end } = readObject(source, word + 3)
  budget.look(end - from)
  const after = skipSpace(bytes, end)
  const dict = value as Dict | null
  if (dict?.kind === 'dict' && isWord(bytes, after, 'stream')) {
    return { ref, ...readStream(source, dict, after + 6) }
  }
  return { ref, value, end: endOfNumbered(bytes, end) }
}

function readStream(source: Source, dict: Dict, at: number): Read<PdfObject> {
  const { bytes, budget } = source
  let from = at
  if (bytes[from] === 0x0d) from++
  if (bytes[from] === 0x0a) from++
  const said = dict.map.get('Length') as number | Ref | undefined
  const length = typeof said === 'number' ? said : said?.kind === 'ref' && source.lengthOf(said)
  let to = typeof length === 'number' && length >= 0 ? from + length : -1
  const trusted = to >= from && to <= bytes.length
  if (!trusted || !isWord(bytes, skipSpace(bytes, to), 'endstream')) {
    to = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).indexOf('endstream', from)
    if (to < 0) throw new Trouble('broken', at)
    budget.look(to - from)
    if (bytes[to - 1] === 0x0a) to--
    if (bytes[to - 1] === 0x0d) to--
  }
  const end = skipSpace(bytes, Math.max(to, from)) + 'endstream'.length
  const value = { kind: 'stream' as const, dict, raw: bytes.subarray(from, Math.max(to, from)) }
  return { value, end: endOfNumbered(bytes, end) }
}

function endOfNumbered(bytes: Uint8Array, end: number): number {
  const at = skipSpace(bytes, end)
  if (!isWord(bytes, at, 'endobj')) throw new Trouble('broken', end)
  return at + 'endobj'.length
}

function readName(bytes: Uint8Array, at: number): Read<PdfObject> {
  let end = at + 1
  while (end < bytes.length && !isSpace(bytes[end]) && !isDelimiter(bytes[end])) end++
  if (end - at > limits.nameBytes) throw new Trouble('broken', at)
  const written = Buffer.from(bytes.subarray(at + 1, end)).toString('latin1')
  const name = written.replaceAll(/#([0-9a-fA-F]{2})/g, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  )
  return { value: { kind: 'name', name }, end }
}

function readArray(source: Source, at: number, depth: number): Read<PdfObject[]> {
  const { bytes, budget } = source
  const value: PdfObject[] = []
  let next = skipSpace(bytes, at + 1)
  while (bytes[next] !== code(']')) {
    if (next >= bytes.length) throw new Trouble('broken', at)
    const element = readObject(source, next, depth + 1)
    budget.element()
    value.push(element.value)
    next = skipSpace(bytes, element.end)
  }
  return { value, end: next + 1 }
}

function readDict(source: Source, at: number, depth: number): Read<Dict> {
  const { bytes, budget } = source
  const map = new Map<string, PdfObject>()
  let next = skipSpace(bytes, at + 2)
  while (!(bytes[next] === code('>') && bytes[next + 1] === code('>'))) {
    if (bytes[next] !== code('/')) throw new Trouble('broken', next)
    const key = readName(bytes, next)
    const { name } = key.value as { name: string }
    if (map.has(name)) throw new Trouble('said_twice', next)
    const element = readObject(source, key.end, depth + 1)
    budget.element()
    map.set(name, element.value)
    next = skipSpace(bytes, element.end)
  }
  return { value: { kind: 'dict', map }, end: next + 2 }
}

function readNumberOrRef(bytes: Uint8Array, at: number): Read<number | Ref> {
  const first = readNumber(bytes, at)
  if (!Number.isInteger(first.value) || first.value < 0) return first
  const second = skipSpace(bytes, first.end)
  if (!isDigit(bytes[second])) return first
  const gen = readNumber(bytes, second)
  const word = skipSpace(bytes, gen.end)
  if (bytes[word] !== code('R') || !endsHere(bytes, word + 1)) return first
  return { value: { kind: 'ref', num: first.value, gen: gen.value }, end: word + 1 }
}

function readNumber(bytes: Uint8Array, at: number): Read<number> {
  let end = at
  while (end < at + 40 && !endsHere(bytes, end)) end++
  const written = Buffer.from(bytes.subarray(at, end)).toString('latin1')
  if (!/^[+-]?(\d+\.?\d*|\.\d+)$/.test(written)) throw new Trouble('broken', at)
  return { value: Number(written), end }
}

/** A whole number without a sign, as in `12 0 obj`. */
export function readWhole(bytes: Uint8Array, at: number): Read<number> {
  let end = at
  while (end < at + 12 && isDigit(bytes[end])) end++
  if (end === at) throw new Trouble('broken', at)
  return { value: Number(Buffer.from(bytes.subarray(at, end)).toString('latin1')), end }
}

function endsHere(bytes: Uint8Array, at: number): boolean {
  return at >= bytes.length || isSpace(bytes[at]) || isDelimiter(bytes[at])
}
