/** Numbers that come out the same for the same seed (mulberry32), for runs that can be repeated. */
export function random(seed: number): (below: number) => number {
  let state = seed >>> 0
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0
    let it = Math.imul(state ^ (state >>> 15), state | 1)
    it ^= it + Math.imul(it ^ (it >>> 7), it | 61)
    return ((it ^ (it >>> 14)) >>> 0) % below
  }
}

const words = [
  ...[
    '<<',
    '>>',
    '[',
    ']',
    '(',
    ')',
    '<',
    '>',
    '/',
    '%',
    ' 0 R',
    'obj',
    'endobj',
    'stream',
    'endstream',
  ],
  ...[
    'xref',
    'trailer',
    'startxref',
    '%%EOF',
    '/Prev 0',
    '/Kids',
    '/Parent',
    '/Length',
    '/Length 999999999',
  ],
  ...[
    '/Type /ObjStm',
    '/W [9 9 9]',
    '/Index [0 999999999]',
    '/ByteRange [0 0 0 0]',
    '-1',
    '99999999999',
  ],
  ...[
    '\0',
    '1e9',
    '[[[[[[[[[[[[[[[[',
    '((((((((((((',
    '<<<<<<<<<<',
    '/Encrypt 1 0 R',
    '/Root 1 0 R',
  ],
]

/** Breaks a file in one to four places, the way transfers, programs and people break them. */
export function mutate(file: Uint8Array, below: (n: number) => number): Buffer {
  let it: Buffer = Buffer.from(file)
  for (let times = 1 + below(4); times > 0; times--) it = mutateOnce(it, below)
  return it
}

function mutateOnce(file: Buffer, below: (n: number) => number): Buffer {
  const at = below(file.length)
  const length = below(200)
  const splice = (removed: number, put: Uint8Array) =>
    Buffer.concat([file.subarray(0, at), put, file.subarray(at + removed)])
  const kind = below(9)
  if (kind === 0) return splice(1, Buffer.from([below(256)]))
  if (kind === 1) return splice(length, Buffer.alloc(0))
  if (kind === 2) return splice(0, file.subarray(below(file.length)).subarray(0, length))
  if (kind === 3) return Buffer.from(file.subarray(0, at))
  if (kind === 4) return splice(0, Buffer.from(words[below(words.length)]!, 'latin1'))
  if (kind === 5) {
    const word = Buffer.from(words[below(words.length)]!, 'latin1')
    return splice(word.length, word)
  }
  if (kind === 6) return changeNumber(file, at, below)
  if (kind === 7) return splice(0, Buffer.alloc(length, below(256)))
  return changeSignature(file, below)
}

/** Another number in place of the next one, which may be an offset, a length or a reference. */
function changeNumber(file: Buffer, from: number, below: (n: number) => number): Buffer {
  const text = file.toString('latin1', from, from + 2_000)
  const found = /\d+/.exec(text)
  if (!found) return file
  const at = from + found.index
  const number = ['0', '1', '4294967295', String(below(file.length)), '-5'][below(5)]!
  return Buffer.concat([
    file.subarray(0, at),
    Buffer.from(number),
    file.subarray(at + found[0].length),
  ])
}

/** A digit inside the signature: its DER is broken, not the file. */
function changeSignature(file: Buffer, below: (n: number) => number): Buffer {
  const at = file.indexOf('/Contents <')
  if (at < 0) return file
  const changed = Buffer.from(file)
  changed[Math.min(at + 11 + below(4_000), file.length - 1)] = '0123456789ABCDEF'.charCodeAt(
    below(16),
  )
  return changed
}

/**
 * Whether two files differ only where nothing is said: in the spare digits inside `/Contents <…>`, which
 * are no part of what is signed, and in empty lines at the end.
 */
export function sameOutsideSignatures(a: Uint8Array, b: Uint8Array): boolean {
  const bare = (file: Uint8Array) =>
    Buffer.from(file)
      .toString('latin1')
      .replaceAll(/(\/Contents <)[^>]*>/g, '$1>')
      .trimEnd()
  return bare(a) === bare(b)
}
