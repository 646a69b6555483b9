import { fold } from '#src/base/fold.ts'

const kind = '(thanh pho|thi xa|thi tran|dac khu|phuong|huyen|quan|tinh|xa)'
const kindAhead = new RegExp(`^${kind} `)
/** Huyền, sắc, ngã, hỏi, nặng; ă â ê ô ơ ư keep theirs. */
const tones = /[\u0300\u0301\u0303\u0309\u0323]/g

const cutBeforeKind = new RegExp(` (?=${kind} )`)
const kindAnywhere = new RegExp(`\\b${kind}(?= |$)`, 'g')

/** Letters and digits only, one space between words, numbers without leading zeros. */
export function plain(text: string): string {
  return fold(text)
    .replace(/[^a-z0-9]+/g, ' ')
    .replace(/\b0+(?=\d)/g, '')
    .trim()
}

/** How people say a unit's name: "Thị trấn Gôi" is "goi", but "Quận 01" is "quan 1". */
export function sayName(fullName: string): string {
  const said = plain(fullName)
  const bare = said.replace(kindAhead, '')
  return /^\d+$/.test(bare) ? said : bare
}

/** The same words without any that name a kind, wherever they stand. */
export function withoutKinds(said: string): string {
  return said.replace(kindAnywhere, ' ').replace(/ +/g, ' ').trim()
}

const abbreviations: [RegExp, string][] = [
  [/\btp\.? ?hcm\b|\bhcm\b/g, 'ho chi minh'],
  [/\bbrvt\b/g, 'ba ria vung tau'],
  [/\btp(\. ?| )/g, 'thanh pho '],
  [/\btx(\. ?| )/g, 'thi xa '],
  [/\btt(\. ?| )/g, 'thi tran '],
  [/\bq(\. ?| |(?=\d))/g, 'quan '],
  [/\bp(\. ?| |(?=\d))/g, 'phuong '],
  [/\bh(\. ?| )/g, 'huyen '],
  [/\bx(\. ?| )/g, 'xa '],
  [/\bt\. ?/g, 'tinh '],
]

/** What somebody typed, part by part between the commas, with the usual abbreviations written out. */
export function sayTyped(typed: string): string[] {
  return abbreviations
    .reduce((text, [short, long]) => text.replace(short, long), fold(typed))
    .split(/[,;|]|\s-\s/)
    .map(plain)
    .filter(Boolean)
}

/** The parts cut once more before each word for a kind: "thon tien xa tam thanh" are two. */
export function splitAtKinds(parts: string[]): string[] {
  return parts.flatMap((part) => part.split(cutBeforeKind))
}

/** In lower case, each tone mark at the end of its word: where it was placed matters no more. */
export function withTonesLast(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFD')
    .replace(/[’‘`´]/g, "'")
    .replace(/\S+/g, (word) => word.replace(tones, '') + (word.match(tones) ?? []).join(''))
    .normalize('NFC')
}

/** The first part as `withTonesLast` when it was typed with its marks, else nothing. */
export function marksOf(typed: string): string {
  const first = typed.split(/[,;|]/)[0]!.replace(/\s+/g, ' ').trim()
  return fold(first) === first.toLowerCase() ? '' : withTonesLast(first)
}
