import { fold } from '#src/base/fold.ts'

/** One syllable of Vietnamese as it was written, in the three forms that the search compares. */
export type Syllable = {
  /** Without marks, and i for a lone y at the end: `ky` and `ki` are one. */
  plain: string
  /** With its vowel and its tone, wherever the tone was put: `hoà` and `hòa` are one. */
  toned: string
  /** As it is heard where s/x, tr/ch, d/gi/r, l/n and the endings n/ng, t/c are said alike. */
  sound: string
}

/** The syllables and numbers of a text, in order. */
export function syllablesOf(text: string): Syllable[] {
  return wordsOf(text).map(readSyllable)
}

/** What stands between spaces and signs. */
export function wordsOf(text: string): string[] {
  return text.normalize('NFC').match(/[\p{L}\p{M}\p{N}]+/gu) ?? []
}

const tones = ['\u0300', '\u0301', '\u0303', '\u0309', '\u0323']

export function readSyllable(written: string): Syllable {
  const plain = fold(written).replace(/^([bcdfghklmnprstvx]{1,3})y$/, '$1i')
  const parts = [...written.toLowerCase().normalize('NFD')]
  const tone = parts.find((part) => tones.includes(part))
  const vowels = parts.filter((part) => !tones.includes(part)).join('')
  const base = vowels.normalize('NFC').replace(/^([bcdđfghklmnprstvx]{1,3})y$/, '$1i')
  return {
    plain,
    toned: base + (tone ? tones.indexOf(tone) + 1 : ''),
    sound: soundOf(plain),
  }
}

function soundOf(plain: string): string {
  return plain
    .replace(/^tr/, 'ch')
    .replace(/^s/, 'x')
    .replace(/^gi(?=[aeiouy])/, 'z')
    .replace(/^gi/, 'zi')
    .replace(/^[dr]/, 'z')
    .replace(/^l/, 'n')
    .replace(/^ngh/, 'ng')
    .replace(/^gh/, 'g')
    .replace(/^k(?!h)/, 'c')
    .replace(/ng$/, 'n')
    .replace(/([aeiou])c$/, '$1t')
}
