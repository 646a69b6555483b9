import { Refusal } from '#src/base/refusal.ts'
import { normalizePhone, parseIdNumber } from '#src/modules/places/index.ts'

/** What was typed into a search box as a phone number; null when it is none. */
export function asPhone(typed: string): string | null {
  return orNull(() => normalizePhone(typed))
}

/** What was typed into a search box as an ID number; null when it is none. */
export function asIdNumber(typed: string): string | null {
  return orNull(() => parseIdNumber(typed).number)
}

function orNull<T>(read: () => T): T | null {
  try {
    return read()
  } catch (error) {
    if (error instanceof Refusal) return null
    throw error
  }
}
