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
  return (text.normalize('NFC').match(/[\p{L}\p{M}\p{N}]+/gu) ?? []).map(readSyllable)
}

/** The syllables of what was typed, also where the spaces between them were left out. */
export function syllablesTyped(text: string, whole: readonly string[] = []): Syllable[] {
  return syllablesOf(text).flatMap((it) => {
    if (whole.includes(it.plain)) return [it]
    return splitRun(it.plain)?.map(readSyllable) ?? [it]
  })
}

const tones = ['\u0300', '\u0301', '\u0303', '\u0309', '\u0323']

function readSyllable(written: string): Syllable {
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

const shape =
  /^(?:ngh|ng|nh|gh|gi|kh|ph|th|tr|ch|qu|[bcdghklmnprstvx])?(?:uye|uya|uoi|uou|ieu|yeu|oai|oay|uay|uyu|ia|ie|ye|ua|uo|oa|oe|ue|uy|ai|ay|ao|au|eo|eu|iu|oi|ui|uu|oo|[aeiouy])(?:ng|nh|ch|[cmnpt])?$/

/** `hochieu` → `ho chieu`: a run too long for one syllable, cut into the fewest that can be said. */
function splitRun(run: string): string[] | null {
  if (!/^[a-z]{5,40}$/.test(run) || shape.test(run)) return null
  const best: (string[] | null)[] = [[]]
  for (let end = 1; end <= run.length; end++) {
    best[end] = null
    for (let start = Math.max(0, end - 7); start < end; start++) {
      const before = best[start]
      const piece = run.slice(start, end)
      if (!before || !shape.test(piece) || (piece.length === 1 && run.length > 2)) continue
      const here = best[end]
      // Of two ways with as many pieces the later one wins: a syllable rather begins with a consonant.
      const open = (pieces: string[]) => pieces.slice(1).filter((it) => /^[aeiouy]/.test(it)).length
      const way = [...before, piece]
      if (
        !here ||
        way.length < here.length ||
        (way.length === here.length && open(way) < open(here))
      )
        best[end] = way
    }
  }
  return best[run.length] ?? null
}
