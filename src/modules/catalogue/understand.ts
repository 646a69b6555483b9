import { lexicon, type Lexicon } from './lexicon.ts'
import { isSaid, phraseBook, type PhraseBook } from './phrase-book.ts'
import { termsOf } from './search-terms.ts'
import { syllablesOf, syllablesTyped, type Syllable } from './syllable.ts'

/** What was said, made ready for the search. */
export type Understood = {
  /** What is looked for and how much each counts, heaviest first. */
  terms: Map<string, number>
  /** The syllables that say what is needed; talk is left out. */
  content: Syllable[]
  /** Bits of the special cases that were asked for. */
  special: number
  /** The word that means several procedures, when little else was said. */
  ask: Lexicon['ask'][number] | null
  /** A code that was typed as such. */
  code: string | null
}

/** Words of talk still count a little: now and then one of them is the point. */
const idleWeight = 0.12
/** What the law calls it counts almost as much as what was said. */
const meansWeight = 0.85

type Books = {
  write: PhraseBook<Syllable[]>
  also: PhraseBook<Syllable[][]>
  idle: PhraseBook<true>
  ask: { said: Syllable[]; entry: Lexicon['ask'][number] }[]
  special: Syllable[][][]
}

let books: Books | undefined

/** Reads what a person typed or said: abbreviations, dialect, old names, talk around the point. */
export function understand(said: string, words: Lexicon = lexicon()): Understood {
  const it = words === lexicon() ? (books ??= open(words)) : open(words)
  const syllables = rewrite(syllablesTyped(said.slice(0, 400)), it.write).slice(0, 60)
  const terms = new Map<string, number>()
  const add = (some: Syllable[], factor: number) => {
    for (const [term, weight] of termsOf(some))
      terms.set(term, Math.max(terms.get(term) ?? 0, (weight > 0 ? 1 : 0) * factor))
  }

  const idle = new Set<number>()
  for (let at = 0; at < syllables.length;) {
    const talk = it.idle.find(syllables, at)
    for (let i = at; talk && i < at + talk.length; i++) idle.add(i)
    at += talk?.length ?? 1
  }
  add(syllables, 1)
  const content = syllables.filter((_, i) => !idle.has(i))
  // A word of talk that is all that was said is the point after all.
  if (content.length > 0) {
    const spoken = new Set(termsOf(content).map(([term]) => term))
    for (const term of terms.keys()) if (!spoken.has(term)) terms.set(term, idleWeight)
  }
  add(content, 1)
  for (let at = 0; at < syllables.length; at++) {
    const found = it.also.find(syllables, at)
    for (const means of found?.value ?? []) add(means, meansWeight)
  }
  if (!/[^\u0000-\u007f]/.test(said))
    for (const term of terms.keys()) if (term.startsWith('=')) terms.delete(term)

  return {
    terms,
    content,
    special: specialAsked(it, syllables),
    ask: askBack(it, content.length > 0 ? content : syllables),
    code: /\b\d\.\d{6}\b/.exec(said)?.[0] ?? null,
  }
}

function open(words: Lexicon): Books {
  return {
    write: phraseBook(
      Object.entries(words.write).map(([typed, stands]) => [typed, syllablesOf(stands)]),
    ),
    also: phraseBook(
      words.also.flatMap(({ said, means }) =>
        said.map((one): [string, Syllable[][]] => [one, means.map(syllablesOf)]),
      ),
    ),
    idle: phraseBook(words.idle.map((one): [string, true] => [one, true])),
    ask: words.ask.flatMap((entry) => entry.said.map((one) => ({ said: syllablesOf(one), entry }))),
    special: words.special.map(({ asked }) => asked.map(syllablesOf)),
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

function specialAsked(it: Books, syllables: Syllable[]): number {
  return it.special.reduce((bits, phrases, bit) => {
    const asked = phrases.some((phrase) => syllables.some((_, at) => isSaid(phrase, syllables, at)))
    return asked ? bits | (1 << bit) : bits
  }, 0)
}

/** Only when nothing else was said: who says more than the word has already chosen. */
function askBack(it: Books, content: Syllable[]): Lexicon['ask'][number] | null {
  const found = it.ask.find(
    ({ said }) => said.length === content.length && isSaid(said, content, 0),
  )
  return found?.entry ?? null
}
