import { Refusal } from '#src/base/refusal.ts'

/** A name as said, in NFC and with single spaces. Refuses none, and more than 120 letters. */
export function requireName(said: string, field: string): string {
  const name = said.normalize('NFC').replace(/\s+/g, ' ').trim()
  if (name === '' || name.length > 120) throw new Refusal('queue.name_missing', { field })
  return name
}

/** The same where none need be said. */
export function optionalName(said: string | null, field: string): string | null {
  return said === null || said.trim() === '' ? null : requireName(said, field)
}

/** What somebody wrote besides; null for nothing. Refuses more than 500 letters. */
export function optionalNote(said: string | null | undefined, field = 'note'): string | null {
  const note = (said ?? '').normalize('NFC').trim()
  if (note.length > 500) throw new Refusal('queue.note_too_long', { field })
  return note === '' ? null : note
}

/** Refuses a key that no form of ours makes. */
export function requireClientKey(key: string): void {
  if (!/^[\w-]{8,64}$/.test(key)) throw new Refusal('queue.client_key_malformed')
}
