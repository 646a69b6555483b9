import { lexicon, readSpoken } from './lexicon.ts'
import type { Vocabulary } from './read-typed.ts'
import { shippedFolder } from './shipped.ts'
import { syllablesOf } from './syllable.ts'

let read: Vocabulary | undefined

/** The words of the lexicon and of the ways of asking, to tell a slip of the finger from a word. */
export function vocabulary(): Vocabulary {
  return (read ??= gather())
}

function gather(): Vocabulary {
  const { whole, write, also, idle } = lexicon()
  const spoken = Object.values(readSpoken(shippedFolder)).flat()
  const texts = [
    ...whole,
    ...Object.entries(write).flat(),
    ...also.flatMap(({ said, means }) => [...said, ...means]),
    ...idle,
    ...spoken,
  ]
  const words = new Set<string>()
  const pairs = new Set<string>()
  for (const text of texts) {
    const syllables = syllablesOf(text)
    syllables.forEach((it, i) => {
      words.add(it.plain)
      const next = syllables[i + 1]
      if (next) pairs.add(`${it.sound}_${next.sound}`)
    })
  }
  return { words, pairs }
}
