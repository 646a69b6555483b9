import { lexicon, type Lexicon } from './lexicon.ts'
import { phraseBook, type PhraseBook } from './phrase-book.ts'
import { syllablesOf, type Syllable } from './syllable.ts'

/** Turns what was said, and what is written of a procedure, into the same plain words. */
export type PlainWords = {
  /** Abbreviations, dialect, teen spelling and old names as they stand in the lexicon. */
  rewrite: (syllables: Syllable[]) => Syllable[]
  /** Without the talk around the point; when there is nothing but talk, that is the point. */
  withoutTalk: (syllables: Syllable[]) => Syllable[]
}

let shipped: PlainWords | undefined

export function plainWords(words: Lexicon = lexicon()): PlainWords {
  return words === lexicon() ? (shipped ??= open(words)) : open(words)
}

function open(words: Lexicon): PlainWords {
  const write = phraseBook(
    Object.entries(words.write).map(([typed, stands]): [string, Syllable[]] => [
      typed,
      syllablesOf(stands),
    ]),
  )
  const idle = phraseBook(words.idle.map((one): [string, true] => [one, true]))
  return {
    rewrite: (syllables) => rewrite(syllables, write),
    withoutTalk: (syllables) => withoutTalk(syllables, idle),
  }
}

function rewrite(syllables: Syllable[], write: PhraseBook<Syllable[]>): Syllable[] {
  const out: Syllable[] = []
  for (let at = 0; at < syllables.length;) {
    const found = write.find(syllables, at)
    if (found) out.push(...found.value)
    else out.push(syllables[at]!)
    at += found?.length ?? 1
  }
  return out
}

function withoutTalk(syllables: Syllable[], idle: PhraseBook<true>): Syllable[] {
  const talk = new Set<number>()
  for (let at = 0; at < syllables.length;) {
    const found = idle.find(syllables, at)
    for (let i = 0; i < (found?.length ?? 0); i++) talk.add(at + i)
    at += found?.length ?? 1
  }
  const content = syllables.filter((_, i) => !talk.has(i))
  return content.length > 0 ? content : syllables
}
