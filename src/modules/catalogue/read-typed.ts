import { fold } from '#src/base/fold.ts'
import { readSyllable, wordsOf, type Syllable } from './syllable.ts'
import { isSyllable, readTelex, readVni, slips, splitRun } from './typing.ts'

/** What people are known to say: the words, and the syllables that follow each other, by sound. */
export type Vocabulary = { words: ReadonlySet<string>; pairs: ReadonlySet<string> }

/**
 * Reads what was typed: Telex and VNI with the keyboard off, spaces left out, slips of the finger.
 * A slip is taken for what goes best with the syllables beside it. Words of the vocabulary are left
 * as they are, syllables or not: abbreviations, `karaoke`.
 */
export function readTyped(text: string, vocabulary: Vocabulary): Syllable[] {
  const words = wordsOf(text)
  return words.flatMap((word, i) => {
    const plain = fold(word)
    if (isSyllable(plain) || vocabulary.words.has(plain) || /^\d+$/.test(plain))
      return [readSyllable(word)]
    const bare = plain === word.toLowerCase()
    const meant = bare ? (readTelex(plain) ?? readVni(plain)) : null
    if (meant !== null) return [readSyllable(meant)]
    const run = splitRun(plain)
    if (run) return run.map(readSyllable)
    if (!/^[a-z]{2,8}$/.test(plain)) return [readSyllable(word)]
    return [readSlip(word, words[i - 1], words[i + 1], vocabulary)]
  })
}

function readSlip(
  word: string,
  before: string | undefined,
  after: string | undefined,
  { words, pairs }: Vocabulary,
): Syllable {
  const left = before === undefined ? '' : readSyllable(before).sound
  const right = after === undefined ? '' : readSyllable(after).sound
  const weigh = (it: Syllable) =>
    Number(pairs.has(`${left}_${it.sound}`)) * 2 +
    Number(pairs.has(`${it.sound}_${right}`)) * 2 +
    Number(words.has(it.plain))
  return slips(fold(word))
    .map(readSyllable)
    .reduce<{ it: Syllable; weight: number }>(
      (best, it) => (weigh(it) > best.weight ? { it, weight: weigh(it) } : best),
      { it: readSyllable(word), weight: 0 },
    ).it
}
