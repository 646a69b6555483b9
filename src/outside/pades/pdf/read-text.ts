import { code, isSpace } from './characters.ts'
import type { Text } from './pdf-object.ts'
import { Trouble } from './trouble.ts'

const escapes: Record<string, number> = { n: 10, r: 13, t: 9, b: 8, f: 12 }

/** `(text)`, with its escapes undone (ISO 32000-1, 7.3.4.2). */
export function readPlainText(bytes: Uint8Array, at: number): { value: Text; end: number } {
  const out: number[] = []
  let open = 1
  let next = at + 1
  for (;;) {
    const byte = bytes[next++]
    if (byte === undefined) throw new Trouble('broken', at)
    if (byte === code('(')) open++
    else if (byte === code(')') && --open === 0) break
    if (byte !== code('\\')) {
      out.push(byte)
      continue
    }
    next = readEscape(bytes, next, out)
  }
  return {
    value: { kind: 'text', bytes: Uint8Array.from(out), hex: false, from: at, to: next },
    end: next,
  }
}

function readEscape(bytes: Uint8Array, at: number, out: number[]): number {
  const octal = /^[0-7]{1,3}/.exec(Buffer.from(bytes.subarray(at, at + 3)).toString('latin1'))?.[0]
  if (octal) {
    out.push(Number.parseInt(octal, 8) & 0xff)
    return at + octal.length
  }
  const byte = bytes[at]
  // A line that is broken with a backslash goes on.
  if (byte === 13) return bytes[at + 1] === 10 ? at + 2 : at + 1
  if (byte === 10) return at + 1
  if (byte !== undefined) out.push(escapes[String.fromCharCode(byte)] ?? byte)
  return at + 1
}

/** `<48656C6C6F>`. */
export function readHexText(bytes: Uint8Array, at: number): { value: Text; end: number } {
  const whole = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  const end = whole.indexOf(0x3e, at)
  if (end < 0) throw new Trouble('broken', at)
  let digits = whole.toString('latin1', at + 1, end)
  if (!/^[0-9a-fA-F]*$/.test(digits)) {
    digits = [...digits].filter((letter) => !isSpace(letter.charCodeAt(0))).join('')
    if (!/^[0-9a-fA-F]*$/.test(digits)) throw new Trouble('broken', at)
  }
  if (digits.length % 2) digits += '0'
  const value: Text = {
    kind: 'text',
    bytes: Buffer.from(digits, 'hex'),
    hex: true,
    from: at,
    to: end + 1,
  }
  return { value, end: end + 1 }
}
