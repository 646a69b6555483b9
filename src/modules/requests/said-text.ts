import { Refusal } from '#src/base/refusal.ts'

const longest = 1000

/** What somebody wrote, in NFC and trimmed. Refuses nothing written and more than 1,000 letters. */
export function requireText(said: string | undefined, missing: Refusal['code'], field: string) {
  const text = (said ?? '').normalize('NFC').trim()
  if (text === '') throw new Refusal(missing, { field })
  if (text.length > longest) throw new Refusal('requests.text_too_long', { field })
  return text
}

/** The same, where nothing need be written. */
export function optionalText(said: string | null | undefined, field: string): string | null {
  if (!said || said.trim() === '') return null
  return requireText(said, 'requests.text_too_long', field)
}
