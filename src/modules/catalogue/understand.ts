import { fold } from '#src/base/fold.ts'
import { lexicon, type Lexicon } from './lexicon.ts'
import { isSaid, phraseBook, type Found, type PhraseBook } from './phrase-book.ts'
import { plainWords } from './plain-words.ts'
import { termsOf } from './search-terms.ts'
import { readTyped } from './read-typed.ts'
import { syllablesOf, wordsOf, type Syllable } from './syllable.ts'
import { isSyllable } from './typing.ts'
import { vocabulary } from './vocabulary.ts'

/** What was said, made ready for the search. */
export type Understood = {
  /** What is looked for and how much each counts. */
  terms: Map<string, number>
  /** By term: the syllable as written, unless which is unknown the term is not looked for. */
  onlyIfUnknown: Map<string, string>
  /** The syllables that say what is needed; talk is left out. */
  content: Syllable[]
  /** Bits of the special cases that were asked for. */
  special: number
  /** The word that means several procedures, when little else was said. */
  ask: Lexicon['ask'][number] | null
  /** A code that was typed as such. */
  code: string | null
}

/** Whoever types marks means them: then the marked syllable is looked for instead of the bare one. */
const tonedWeight = 1.5
/** In all, what the law calls it counts almost as much as what was said. */
const meansWeight = 0.9

type Books = {
  also: PhraseBook<Syllable[][]>
  ask: { said: Syllable[]; entry: Lexicon['ask'][number] }[]
  special: Syllable[][][]
}

let books: Books | undefined

/** Reads what a person typed or said: abbreviations, dialect, old names, talk around the point. */
export function understand(said: string): Understood {
  const words = lexicon()
  const it = (books ??= open(words))
  const { rewrite, withoutTalk } = plainWords(words)
  const typed = readTyped(said.slice(0, 400), vocabulary())
  const syllables = rewrite(typed).slice(0, 60)
  const content = withoutTalk(syllables)
  const hasMarks = typed.some((one) => one.toned !== one.plain)
  const terms = new Map<string, number>()
  const onlyIfUnknown = new Map<string, string>()
  const add = (some: Syllable[], factor: number) => {
    for (const it of some) {
      onlyIfUnknown.set(`~${it.sound}`, it.plain)
      if (hasMarks) onlyIfUnknown.set(it.plain, `=${it.toned}`)
    }
    for (const term of termsOf(some)) {
      const toned = term.startsWith('=')
      if (toned && !hasMarks) continue
      const weight = factor * (toned ? tonedWeight : 1)
      terms.set(term, Math.max(terms.get(term) ?? 0, weight))
    }
  }
  add(content, 1)
  // What was taken for a slip, or cut apart, may be a word of another language after all.
  for (const word of wordsOf(said).slice(0, 60)) {
    const plain = fold(word)
    if (!isSyllable(plain) && !terms.has(plain)) terms.set(plain, 1)
  }
  for (const { value, length } of longest(syllables, it.also))
    for (const means of value)
      add(means, meansWeight * Math.min(1, (length + 1) / (means.length + 1)))

  return {
    terms,
    onlyIfUnknown,
    content,
    special: specialAsked(it, syllables),
    ask: askBack(it, content),
    code: /\b\d\.\d{6}\b/.exec(said)?.[0] ?? null,
  }
}

/** The phrases of the lexicon in plain words too, as they are met in what was said. */
function open(words: Lexicon): Books {
  const { rewrite, withoutTalk } = plainWords(words)
  const plain = (phrase: string) => rewrite(syllablesOf(phrase))
  return {
    also: phraseBook(
      words.also.flatMap(({ said, means }) =>
        said.map((one): [Syllable[], Syllable[][]] => [plain(one), means.map(plain)]),
      ),
    ),
    ask: words.ask.flatMap((entry) =>
      entry.said.map((one) => ({ said: withoutTalk(plain(one)), entry })),
    ),
    special: words.special.map(({ asked }) => asked.map(plain)),
  }
}

/** Every phrase found that no longer one overlaps: `nhà ở xã hội` is not `mua nhà`. */
function longest<T>(syllables: Syllable[], book: PhraseBook<T>): Found<T>[] {
  const found = syllables.flatMap((_, at) => {
    const here = book.find(syllables, at)
    return here ? [{ at, ...here }] : []
  })
  return found.filter(
    (one) =>
      !found.some(
        (other) =>
          other.length > one.length &&
          other.at < one.at + one.length &&
          one.at < other.at + other.length,
      ),
  )
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
