import { Refusal } from '#src/base/refusal.ts'

/** What was typed, without the spaces around it. Refuses nothing, and more than 500 letters. */
export function requireText(
  said: string | null | undefined,
  missing: Refusal['code'],
  field: string,
): string {
  const text = said?.normalize('NFC').replace(/\s+/g, ' ').trim() ?? ''
  if (text === '') throw new Refusal(missing, { field })
  if (text.length > 500) throw new Refusal('certification.text_too_long', { field })
  return text
}

/** The same where it may be left out. */
export function optionalText(said: string | null | undefined, field: string): string | null {
  return said?.trim() ? requireText(said, 'certification.name_missing', field) : null
}
