import type { PdfObject } from '../pdf/pdf-object.ts'

/** An object as it is written in a file (ISO 32000-1, 7.3). Strings become hexadecimal: no escapes. */
export function writeObject(object: PdfObject): string {
  if (object === null) return 'null'
  if (typeof object === 'boolean') return String(object)
  // Never 1e-7: PDF knows no exponents.
  if (typeof object === 'number') return Number.isInteger(object) ? `${object}` : decimal(object)
  if (Array.isArray(object)) return `[${object.map(writeObject).join(' ')}]`
  if (object.kind === 'name') return writeName(object.name)
  if (object.kind === 'ref') return `${object.num} ${object.gen} R`
  if (object.kind === 'text') return `<${Buffer.from(object.bytes).toString('hex').toUpperCase()}>`
  if (object.kind === 'stream') throw new TypeError('a stream is written with its number')
  const entries = [...object.map].map(([key, value]) => `${writeName(key)} ${writeObject(value)}`)
  return `<<${entries.join(' ')}>>`
}

/** Text for people, as UTF-16 with its mark: every Vietnamese letter. */
export function writeText(text: string): string {
  const utf16 = Buffer.from(`\ufeff${text.normalize('NFC')}`, 'utf16le').swap16()
  return `<${utf16.toString('hex').toUpperCase()}>`
}

/** `D:20261127003000Z`, ISO 32000-1, 7.9.4. */
export function writeDate(date: Date): string {
  return `(D:${date.toISOString().replace(/\D/g, '').slice(0, 14)}Z)`
}

function writeName(name: string): string {
  const escaped = [...Buffer.from(name, 'latin1')].map((byte) =>
    byte < 33 || byte > 126 || '#()<>[]{}/%'.includes(String.fromCharCode(byte))
      ? `#${byte.toString(16).padStart(2, '0')}`
      : String.fromCharCode(byte),
  )
  return `/${escaped.join('')}`
}

function decimal(number: number): string {
  return number.toFixed(6).replace(/\.?0+$/, '')
}
