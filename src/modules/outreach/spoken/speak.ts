import { abbreviations } from './abbreviations.ts'
import { dates, weekdays } from './dates.ts'
import { documentNumbers, partyNumbers, unknownLetters } from './document-number.ts'
import { phones } from './phones.ts'
import { prepare } from './prepare.ts'
import { comparisons, figures, mixed, quantities, roads } from './quantities.ts'
import { romans } from './roman-rules.ts'
import { applyRule, type Rule } from './rule.ts'
import { times } from './times.ts'
import { towns } from './towns.ts'

/** Addresses of pages and mail cannot be read aloud. */
const addresses: Rule[] = [
  {
    pattern: /(?<![\p{L}\p{N}])[\w.+-]+@[\w-]+(?:\.[\w-]+)+/gu,
    say: () => 'hộp thư điện tử của xã',
  },
  {
    pattern:
      /(?:(?<!\p{L})(?:trang(?: mạng| web| tin)?|website|web|địa chỉ|đường dẫn|link)\s*:?\s*)?(?:https?:\/\/|www\.)[^\s<>"“”]*[^\s<>"“”.,;:!?)]/giu,
    say: () => 'trang thông tin của xã',
  },
  {
    pattern:
      /(?:(?<!\p{L})(?:trang(?: mạng| web| tin)?|website|web|địa chỉ|đường dẫn|link)\s*:?\s*)?(?<![\p{L}\p{N}.@-])(?:[a-z\d-]+\.)+(?:vn|com|org|net)(?:\/[^\s<>"“”]*[^\s<>"“”.,;:!?)])?(?![\p{L}\p{N}])/giu,
    say: () => 'trang thông tin của xã',
  },
]

/** Signs that are left once every figure has found its words. */
const signs: Rule[] = [
  { pattern: /&/gu, say: () => ' và ' },
  { pattern: /\+/gu, say: () => ' cộng ' },
  { pattern: /=/gu, say: () => ' bằng ' },
  { pattern: /%/gu, say: () => ' phần trăm ' },
  { pattern: /[/|]/gu, say: () => ', ' },
  { pattern: /(?<!\S)[-–—•*·]+(?!\S)|[–—]/gu, say: () => ', ' },
  { pattern: /[#*_~^<>≤≥±{}[\]\\°º$₫@`]/gu, say: () => ' ' },
  // Digits of other scripts, fractions and the like: nobody reads them aloud here.
  { pattern: /\p{N}/gu, say: () => ' ' },
]

/**
 * In this order. A number of a document comes before dates, because `45/2020` is no month; dates come
 * before phones, which take any run of digits; what has a unit comes before the bare figure.
 */
const rules: readonly Rule[] = [
  ...addresses,
  documentNumbers,
  partyNumbers,
  ...towns,
  comparisons,
  ...weekdays,
  ...dates,
  ...times,
  ...phones,
  ...romans,
  roads,
  ...quantities,
  ...mixed,
  figures,
  unknownLetters,
  ...signs,
]

/** A text whose words were all said stays as it is; nothing here takes more rounds than this. */
const rounds = 6

/**
 * Turns written Vietnamese into what a voice reads: numbers, dates, times, money, phones, numbers of
 * decrees, Roman numerals, units and abbreviations become words. No digit is left, and what was
 * spoken once stays as it is when spoken again.
 *
 * @param own the office's own abbreviations; they win over those that ship
 */
export function speak(written: string, own: Readonly<Record<string, string>> = {}): string {
  const shortForms = abbreviationRules({ ...abbreviations, ...own })
  let text = prepare(written)
  for (let round = 0; round < rounds; round++) {
    const said = tidy([...shortForms, ...rules].reduce(applyRule, text))
    if (said === text) break
    text = said
  }
  return text
}

/** Longest first, so that `TP.HCM` is not taken for `TP`. Roads and numbers of documents keep theirs. */
function abbreviationRules(table: Readonly<Record<string, string>>): Rule[] {
  const written = Object.keys(table).sort((a, b) => b.length - a.length)
  if (written.length === 0) return []
  const all = written.map((it) => it.replace(/[.*+?^${}()|[\]\\/]/g, String.raw`\$&`)).join('|')
  return [
    {
      // `CMND/CCCD`: one or the other; in the number of a document they stand after a figure or a dash.
      pattern: new RegExp(
        `(?<![\\p{L}\\p{N}/–-])(?<!\\d\\s?/\\s?)(${all})/(?=(?:${all})(?![\\p{L}\\p{N}/–-]))`,
        'gu',
      ),
      say: ({ groups: [, short] }) => `${table[short!]} hoặc `,
    },
    {
      pattern: new RegExp(
        `(?<![\\p{L}\\p{N}/]|\\p{L}[-–])(?!ĐT\\.?\\s[1-9])(?:${all})(?![\\p{L}\\p{N}]|[-–/]\\p{Lu}|\\.?\\d)`,
        'gu',
      ),
      say: ({ groups: [short], after }) =>
        `${table[short!]!}${short!.endsWith('.') && /^\S/u.test(after) ? ' ' : ''}`,
    },
  ]
}

/** One space between words, a stop at the end of each line, no sign before another, capitals. */
function tidy(text: string): string {
  return text
    .split('\n')
    .map((line) =>
      line
        .replace(/\s+/gu, ' ')
        .replace(/ (?=[,.;:!?…)])/gu, '')
        .replace(/([,;:])(?=[,;:.!?])/gu, '')
        .replace(/^[ ,;:.]+|[ ,;:]+$/gu, '')
        .trim(),
    )
    .filter(Boolean)
    .map((line) => (/[.!?…]["”)]?$/u.test(line) ? line : `${line}.`))
    .map((line) => line.replace(/(?<=^|[.!?] )\p{Ll}/gu, (letter) => letter.toUpperCase()))
    .join('\n')
    .normalize('NFKC')
}
