import { randomInt } from 'node:crypto'

/** Without letters that look like digits; sixty bits, so that nobody guesses another's. */
export function newCode(): string {
  const letters = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ'
  return Array.from({ length: 12 }, () => letters[randomInt(letters.length)]).join('')
}
