import type { Budget } from './budget.ts'
import { code, isDigit, isSpace } from './characters.ts'
import type { Text } from './pdf-object.ts'
import { Trouble } from './trouble.ts'

const escapes: Record<string, number> = { n: 10, r: 13, t: 9, b: 8, f: 12 }

/** `(text)`, with its escapes undone (ISO 32000-1, 7.3.4.2). */
export function readPlainText(
  bytes: Uint8Array,
  at: number,
  budget: Budget,
): { value: Text; end: number } {
  const end = findEnd(bytes, at)
  budget.inflate(end - at)
  const out = Buffer.alloc(end - at)
  let length = 0
  let next = at + 1
  while (next < end - 1) {
    const byte = bytes[next++]!
    if (byte !== code('\\')) {
      out[length++] = byte
      continue
    }
    const escape = readEscape(bytes, next)
    next = escape.end
    if (escape.byte !== undefined) out[length++] = escape.byte
  }
  const value: Text = {
    kind: 'text',
    bytes: out.subarray(0, length),
    hex: false,
    from: at,
    to: end,
  }
  return { value, end }
}

/** Past the parenthesis that closes the one at `at`. */
function findEnd(bytes: Uint8Array, at: number): number {
  let open = 0
  for (let next = at; next < bytes.length; next++) {
    if (bytes[next] === code('\\')) next++
    else if (bytes[next] === code('(')) open++
    else if (bytes[next] === code(')') && --open === 0) return next + 1
  }
  throw new Trouble('broken', at)
}

function readEscape(bytes: Uint8Array, at: number): { byte: number | undefined; end: number } {
  let end = at
  let octal = 0
  while (end < at + 3 && isDigit(bytes[end]) && bytes[end]! < code('8')) {
    octal = octal * 8 + bytes[end++]! - code('0')
  }
  if (end > at) return { byte: octal & 0xff, end }
  const byte = bytes[at]!
  // A line that is broken with a backslash goes on.
  if (byte === 13) return { byte: undefined, end: bytes[at + 1] === 10 ? at + 2 : at + 1 }
  if (byte === 10) return { byte: undefined, end: at + 1 }
  return { byte: escapes[String.fromCharCode(byte)] ?? byte, end: at + 1 }
}

/** `<48656C6C6F>`. */
export function readHexText(
  bytes: Uint8Array,
  at: number,
  budget: Budget,
): { value: Text; end: number } {
  const whole = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  const last = whole.indexOf(0x3e, at)
  if (last < 0) throw new Trouble('broken', at)
  budget.inflate(last - at)
  let digits = whole.toString('latin1', at + 1, last)
  if (!/^[0-9a-fA-F]*$/.test(digits)) {
    digits = [...digits].filter((letter) => !isSpace(letter.charCodeAt(0))).join('')
    if (!/^[0-9a-fA-F]*$/.test(digits)) throw new Trouble('broken', at)
  }
  if (digits.length % 2) digits += '0'
  const decoded = Buffer.from(digits, 'hex')
  const value: Text = { kind: 'text', bytes: decoded, hex: true, from: at, to: last + 1 }
  return { value, end: last + 1 }
}
