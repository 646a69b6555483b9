/** The characters of ISO 32000-1, 7.2. */
export function isSpace(byte: number | undefined): boolean {
  return byte === 32 || byte === 10 || byte === 13 || byte === 9 || byte === 12 || byte === 0
}

export function isDelimiter(byte: number | undefined): boolean {
  return byte !== undefined && delimiters.has(byte)
}

export function isDigit(byte: number | undefined): boolean {
  return byte !== undefined && byte >= 48 && byte <= 57
}

export function code(letter: string): number {
  return letter.charCodeAt(0)
}

/** The first byte at or after `at` that is neither space nor comment. */
export function skipSpace(bytes: Uint8Array, at: number): number {
  let next = at
  for (;;) {
    while (isSpace(bytes[next])) next++
    if (bytes[next] !== 37) return next
    while (next < bytes.length && bytes[next] !== 10 && bytes[next] !== 13) next++
  }
}

export function isWord(bytes: Uint8Array, at: number, word: string): boolean {
  for (let i = 0; i < word.length; i++) if (bytes[at + i] !== word.charCodeAt(i)) return false
  return true
}

const delimiters = new Set([...'()<>[]{}/%'].map((letter) => letter.charCodeAt(0)))
