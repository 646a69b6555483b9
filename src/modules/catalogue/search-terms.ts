import type { Syllable } from './syllable.ts'

/**
 * How much each kind of term counts. Most Vietnamese words have two syllables, so a pair says more
 * than its parts; pairs are compared by sound, which forgives misspelling at little risk of mixing up.
 */
export const termWeights = { plain: 1, toned: 0.45, sound: 0.25, pair: 1.1 }

/** What a text is indexed and asked by, each with how much its kind counts. */
export function termsOf(syllables: Syllable[]): [term: string, weight: number][] {
  return syllables.flatMap((it, i): [string, number][] => {
    const next = syllables[i + 1]
    return [
      [it.plain, termWeights.plain],
      [`=${it.toned}`, termWeights.toned],
      [`~${it.sound}`, termWeights.sound],
      ...(next ? [[`${it.sound}_${next.sound}`, termWeights.pair] as [string, number]] : []),
    ]
  })
}
