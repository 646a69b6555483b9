/** What was typed on the number pad or by a scanner: a code, or the token of an appointment's address. */
export type Scanned = { code: string } | { token: string }

/**
 * A scanner types what it reads: six digits, the address in an appointment's QR, or its last part.
 * Null for anything else. Spaces and dots between the digits do not count.
 */
export function readScanned(text: string): Scanned | null {
  const said = text.trim()
  const digits = said.replaceAll(/[\s.-]/g, '')
  if (/^\d{6}$/.test(digits)) return { code: digits }
  const [, token] = /(?:^|\/)hen\/([\w-]{8,64})(?:[/?#]|$)/.exec(said) ?? []
  if (token !== undefined) return { token }
  return /^[\w-]{16,64}$/.test(said) && /\D/.test(said) ? { token: said } : null
}
