import { randomBytes, randomInt } from 'node:crypto'

/** In the link of an appointment: nobody guesses it. */
export function newToken(): string {
  return randomBytes(12).toString('base64url')
}

/** Codes to choose from: the database gives the first that no other booked person has. */
export function newCodes(): string[] {
  return Array.from({ length: 20 }, () => String(randomInt(1_000_000)).padStart(6, '0'))
}
