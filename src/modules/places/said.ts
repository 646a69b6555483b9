import { fold } from '#src/base/fold.ts'

const kind = '(thanh pho|thi xa|thi tran|dac khu|phuong|huyen|quan|tinh|xa)'
const kindAhead = new RegExp(`^${kind} `)
const kindAnywhere = new RegExp(`\\b${kind}(?= |$)`, 'g')

/** The words that tell what kind of unit it is; they may be left out or be wrong. */
export const kindWords = ['thanh', 'pho', 'thi', 'xa', 'tran', 'dac', 'khu', 'phuong', 'huyen', 'quan', 'tinh'] // prettier-ignore

/** Letters and digits only, one space between words, numbers without leading zeros. */
export function plain(text: string): string {
  return fold(text)
    .replace(/[^a-z0-9]+/g, ' ')
    .replace(/\b0+(?=\d)/g, '')
    .trim()
}

/** How people say a unit's name: "Thị trấn Gôi" is "goi", "Quận 01" is "1". */
export function sayName(fullName: string): string {
  return plain(fullName).replace(kindAhead, '')
}

/** The same words without any that name a kind, wherever they stand. */
export function withoutKinds(said: string): string {
  return said.replace(kindAnywhere, ' ').replace(/ +/g, ' ').trim()
}

const abbreviations: [RegExp, string][] = [
  [/\b(tp\.? ?hcm|hcmc|hcm|sai gon cu)\b/g, 'ho chi minh'],
  [/\bbrvt\b/g, 'ba ria vung tau'],
  [/\btp(\. ?| |$)/g, 'thanh pho '],
  [/\btx(\. ?| |$)/g, 'thi xa '],
  [/\btt(\. ?| |$)/g, 'thi tran '],
  [/\bq\.? ?(?=\d)|\bq\. ?/g, 'quan '],
  [/\bp\.? ?(?=\d)|\bp\. ?/g, 'phuong '],
  [/\bh\. ?/g, 'huyen '],
  [/\bx\. ?/g, 'xa '],
]

/** What somebody typed, between the commas, with the usual abbreviations written out. */
export function sayTyped(typed: string): string[] {
  const whole = abbreviations.reduce(
    (text, [short, long]) => text.replace(short, long),
    fold(typed),
  )
  return whole
    .split(/[,;\n|]|\s-\s/)
    .map(plain)
    .filter(Boolean)
}
