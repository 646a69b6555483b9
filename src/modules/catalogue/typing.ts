/**
 * What the fingers meant: words typed in Telex or VNI with the Vietnamese keyboard off
 * (`giaays` and `gia61y` are `giấy`), and letters swapped, doubled, dropped or hit beside.
 */

const shape =
  /^(?:ngh|ng|nh|gh|gi|kh|ph|th|tr|ch|qu|[bcdghklmnprstvx])?(?:uye|uya|uoi|uou|ieu|yeu|oai|oay|uay|uyu|ia|ie|ye|ua|uo|oa|oe|ue|uy|ai|ay|ao|au|eo|eu|iu|oi|ui|uu|oo|[aeiouy])(?:ng|nh|ch|[cmnpt])?$/

/** Whether these bare letters can be one Vietnamese syllable. */
export function isSyllable(plain: string): boolean {
  return shape.test(plain)
}

const telexTones: Record<string, string> = {
  s: '\u0301',
  f: '\u0300',
  r: '\u0309',
  x: '\u0303',
  j: '\u0323',
}
const vniTones: Record<string, string> = {
  1: '\u0301',
  2: '\u0300',
  3: '\u0309',
  4: '\u0303',
  5: '\u0323',
}

/** `ddaats` → `đất`; null when the letters are no Telex. */
export function readTelex(typed: string): string | null {
  const found = /^(.*[aeiouyw][a-z]*?)([sfrxj])([a-z]*)$/.exec(typed)
  const tone = found ? telexTones[found[2]!]! : ''
  const letters = (found ? found[1]! + found[3]! : typed)
    .replace(/dd/g, 'đ')
    .replace(/aa/g, 'â')
    .replace(/ee/g, 'ê')
    .replace(/oo/g, 'ô')
    .replace(/aw/g, 'ă')
    .replace(/uow/g, 'ươ')
    .replace(/ow/g, 'ơ')
    .replace(/u?w/g, 'ư')
    .replace(/uơ(?=[a-z])/g, 'ươ')
  return withTone(letters, tone)
}

/** `d9a61t` → `đất`; null when the letters and digits are no VNI. */
export function readVni(typed: string): string | null {
  if (!/^[a-z][a-z0-9]*\d[a-z0-9]*$/.test(typed) || /[067].*[067]{2}|0/.test(typed)) return null
  const tone = [...typed].map((one) => vniTones[one]).find((one) => one !== undefined) ?? ''
  const letters = typed
    .replace(/[1-5]/g, '')
    .replace(/d9/g, 'đ')
    .replace(
      /([aeo])([a-z]{0,2})6/g,
      (_, vowel: string, rest: string) => ({ a: 'â', e: 'ê', o: 'ô' })[vowel]! + rest,
    )
    .replace(/uo([a-z]{0,2})7/g, 'ươ$1')
    .replace(/u7o7/g, 'ươ')
    .replace(
      /([ou])([a-z]{0,2})7/g,
      (_, vowel: string, rest: string) => ({ o: 'ơ', u: 'ư' })[vowel]! + rest,
    )
    .replace(/a([a-z]{0,2})8/g, 'ă$1')
  return /\d/.test(letters) ? null : withTone(letters, tone)
}

/** Puts the tone on the vowel that carries it; where exactly does not matter to the search. */
function withTone(letters: string, tone: string): string | null {
  const parts = letters.normalize('NFD')
  const bare = parts.replace(/[\u0300-\u036f]/g, '').replace(/đ/g, 'd')
  if (!isSyllable(bare)) return null
  const at = letters.search(/[âêôơưă]/)
  const vowel = at >= 0 ? at : letters.search(/[aeiouy]/)
  return (letters.slice(0, vowel + 1) + tone + letters.slice(vowel + 1)).normalize('NFC')
}

const beside: Record<string, string> = {
  a: 'sqz',
  b: 'vgn',
  c: 'xvd',
  d: 'sfe',
  e: 'wrd',
  g: 'fhtb',
  h: 'gjyn',
  i: 'uok',
  k: 'jlm',
  l: 'kop',
  m: 'nk',
  n: 'bmh',
  o: 'ipl',
  p: 'ol',
  q: 'wa',
  r: 'etf',
  s: 'adw',
  t: 'ryg',
  u: 'yih',
  v: 'cb',
  x: 'zcs',
  y: 'tuh',
}
const keys = 'abcdeghiklmnopqrstuvxy'

/** The syllables that differ from the typed letters by one slip of a finger, likeliest first. */
export function slips(typed: string): string[] {
  const letters = [...typed]
  const swapped = letters
    .slice(1)
    .map((_, i) => splice(letters, i, 2, [letters[i + 1]!, letters[i]!]))
  const fewer = letters.map((_, i) => splice(letters, i, 1, []))
  const others = letters.flatMap((letter, i) =>
    [...(beside[letter] ?? '')].map((near) => splice(letters, i, 1, [near])),
  )
  const more = [...letters, ''].flatMap((_, i) =>
    [...keys].map((key) => splice(letters, i, 0, [key])),
  )
  const all = [...swapped, ...fewer, ...others, ...more].filter(isSyllable)
  return [...new Set(all)].filter((one) => one !== typed)
}

function splice(letters: string[], at: number, away: number, put: string[]): string {
  return letters.toSpliced(at, away, ...put).join('')
}

/** `hochieu` → `ho chieu`: a run too long for one syllable, cut into the fewest that can be said. */
export function splitRun(run: string): string[] | null {
  if (!/^[a-z]{5,40}$/.test(run) || isSyllable(run)) return null
  const best: (string[] | null)[] = [[]]
  for (let end = 1; end <= run.length; end++) {
    best[end] = null
    for (let start = Math.max(0, end - 7); start < end; start++) {
      const before = best[start]
      const piece = run.slice(start, end)
      if (!before || !isSyllable(piece) || piece.length === 1) continue
      const way = [...before, piece]
      const here = best[end]
      if (!here || cost(way) < cost(here)) best[end] = way
    }
  }
  return best[run.length] ?? null
}

/** Few pieces, and of as many rather those that begin with a consonant. */
function cost(pieces: string[]): number {
  return pieces.length * 100 + pieces.slice(1).filter((it) => /^[aeiouy]/.test(it)).length
}
