import type { Syllable } from './syllable.ts'

/**
 * What a text is indexed and asked by: each syllable plain, with its marks (`=`) and by its sound
 * (`~`), and each two that follow each other, by sound. Most Vietnamese words have two syllables, so
 * a pair says more than its parts; compared by sound it forgives misspelling at little risk.
 */
export function termsOf(syllables: Syllable[]): string[] {
  return syllables.flatMap((it, i) => {
    const next = syllables[i + 1]
    const alone = [it.plain, `=${it.toned}`, `~${it.sound}`]
    return next ? [...alone, `${it.sound}_${next.sound}`] : alone
  })
}

/** How much a term counts by its kind. */
export function kindWeight(term: string): number {
  if (term.startsWith('=')) return 0.7
  if (term.startsWith('~')) return 0.5
  return term.includes('_') ? 1.1 : 1
}
