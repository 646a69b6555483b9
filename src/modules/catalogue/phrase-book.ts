import { syllablesOf, type Syllable } from './syllable.ts'

/** Finds known phrases in what was said, the longest first, in one pass. */
export type PhraseBook<T> = { find: (syllables: Syllable[], at: number) => Found<T> | null }
export type Found<T> = { value: T; length: number }

type Entry<T> = { syllables: Syllable[]; value: T }

/**
 * A phrase is found when each syllable has the same marks or none: `lam sao` is `làm sao`. A single syllable must have its marks: `can` may be `cần`, but mostly is `căn`.
 */
export function phraseBook<T>(
  phrases: Iterable<[said: string | Syllable[], value: T]>,
): PhraseBook<T> {
  const byFirst = new Map<string, Entry<T>[]>()
  for (const [said, value] of phrases) {
    const syllables = typeof said === 'string' ? syllablesOf(said) : said
    const first = syllables[0]?.plain
    if (first === undefined) continue
    const entries = byFirst.get(first) ?? []
    entries.push({ syllables, value })
    byFirst.set(first, entries)
  }
  for (const entries of byFirst.values())
    entries.sort((a, b) => b.syllables.length - a.syllables.length)

  return {
    find: (syllables, at) => {
      const entries = byFirst.get(syllables[at]?.plain ?? '') ?? []
      const entry = entries.find((it) => isSaid(it.syllables, syllables, at))
      return entry ? { value: entry.value, length: entry.syllables.length } : null
    },
  }
}

/** Whether `phrase` stands in `syllables` from `at` on. */
export function isSaid(phrase: Syllable[], syllables: Syllable[], at: number): boolean {
  if (at + phrase.length > syllables.length) return false
  return phrase.every((it, i) => {
    const here = syllables[at + i]!
    if (it.plain !== here.plain) return false
    return it.toned === here.toned || (phrase.length > 1 && here.toned === here.plain)
  })
}
