import { Refusal } from '#src/base/refusal.ts'

/** Names and addresses of a register are lines, not letters: refuses more than `most` characters. */
export function requireShort(typed: Record<string, string>, most = 300): void {
  for (const [field, text] of Object.entries(typed))
    if (text.length > most) throw new Refusal('reach.text_too_long', { field })
}
