import { fold } from '#src/base/fold.ts'
import { familyNames, neverGiven, notPeople } from './family-names.ts'

/** Something by which a person could be known: what it is, and the words in which it stands. */
export type PersonalData = { what: 'id_number' | 'phone' | 'name_with_hamlet'; found: string }

export type Allowed = {
  /** Digits of phones that may be told: the office's own, the police's. */
  phones: readonly string[]
  /** Names of the office's hamlets. */
  hamlets: readonly string[]
}

const idNumber =
  /(?<![\d.,])(?:\d{12}|\d{3}[ .-]\d{9}|\d{3}(?:[ .-]\d{3}){3}|\d{4}(?:[ .-]\d{4}){2}|\d{3}[ .-]\d{3}[ .-]\d{6})(?![\d]|[.,]\d)(?!\s*(?:đ|đồng|vnđ|vnd)(?!\p{L}))/giu
/** Old cards of nine digits and passports: a number of theirs only where the text says so. */
const oldNumber =
  /(?<=(?:CMND|CMTND|CMT|CCCD|căn cước|chứng minh|định danh|hộ chiếu)[^\d.!?;\n]{0,20})(?:\d{3}[ .-]?\d{3}[ .-]?\d{3}|(?<!\p{L})[A-Z]\d{7,8})(?![ .-]?\d)(?!\s*(?:đ|đồng|vnđ|vnd)(?!\p{L}))/giu
const phone =
  /(?<![\p{L}\d])(?!\d{1,2}[.-]\d{1,2}[.-](?:19|20)\d\d)(?:\(?\+84\)?|\(?0)(?:[ .()-]{0,2}\d){8,10}(?!\d)/gu
const name = new RegExp(
  String.raw`(?<![\p{L}])(?!(?:${notPeople.join('|')})(?!\p{L}))(?:${familyNames.join('|')})(?!\s+(?:${neverGiven})(?!\p{L}))(?:\s+\p{Lu}\p{Ll}*){1,4}(?!\p{L})`,
  'gu',
)
const called = 'ông|bà|anh|chị|bác|cô|chú|cụ|dì|cậu|thím|em|cháu'
/** As forms write it: NGUYỄN VĂN A. A whole line in capitals is read only where it calls somebody so. */
const nameInCapitals = new RegExp(
  String.raw`(?:(?<!\p{L})(?<!\p{Lu}[\s,]+)|(?<=(?<!\p{L})(?:${called.toUpperCase()})\s+))(?:${familyNames.join('|').toUpperCase()})(?:\s+\p{Lu}+){1,4}(?!\p{L})`,
  'gu',
)
/** “Bác Tuấn”: the neighbours know who it is. */
const calledName = new RegExp(
  String.raw`(?<!\p{L})(?:${either(called)})\s+\p{Lu}\p{Ll}+(?!\p{L})`,
  'gu',
)
/** Streets, schools and communes bear the names of people. */
const namesakes =
  /(?:đường|phố|trường|xã|phường|huyện|quận|tỉnh|thị trấn|thành phố|công ty|chợ|đền|chùa|cầu|công viên|quảng trường|ngõ|thpt|thcs|tiểu học|mầm non|giải|cúp)\s+$/iu
const hamletWord = new RegExp(
  String.raw`(?<!\p{L})(?:(?:${either('thôn|xóm|ấp|làng|buôn|tổ dân phố|tdp|khu phố')}|bản|đội)\s+[\p{Lu}\d]|[Tt]ổ\s+\d)`,
  'u',
)

/**
 * Finds what a bulletin must not tell: ID numbers, phones that are not the office's, and full names in
 * one sentence with a hamlet. Luật Bảo vệ dữ liệu cá nhân 91/2025/QH15: a public notice has no need of them.
 */
export function findPersonalData(text: string, allowed: Allowed): PersonalData[] {
  const known = new Set(allowed.phones.map(dialled))
  const ids = [...all(text, idNumber), ...all(text, oldNumber)].map((found) => ({
    what: 'id_number' as const,
    found,
  }))
  const phones = all(text, phone)
    .filter((it) => !known.has(dialled(it)))
    .filter((it) => !ids.some(({ found }) => found.includes(it.trim())))
    .map((found) => ({ what: 'phone' as const, found: found.trim() }))
  const hamlets = allowed.hamlets.map((it) => fold(it))
  const names = text
    .split(/[.!?;\n]/u)
    .filter((it) => speaksOfHamlet(it, hamlets))
    .flatMap((sentence) =>
      namesIn(sentence)
        // A hamlet may be called after somebody.
        .filter((found) => !hamlets.some((it) => it.includes(fold(found))))
        .map((found) => ({ what: 'name_with_hamlet' as const, found })),
    )
  return [...ids, ...phones, ...names]
}

/** Full names of people, wherever they stand; not of streets and schools that are called after them. */
export function findFullNames(text: string): string[] {
  return text.split(/[.!?;\n]/u).flatMap(namesIn)
}

/** People as their neighbours call them: “bác Tuấn”. */
export function findCalledNames(text: string): string[] {
  return all(text, calledName)
}

/** Whether a text says of which hamlet it speaks. */
export function namesHamlet(text: string, hamlets: readonly string[]): boolean {
  const folded = hamlets.map((it) => fold(it))
  return text.split(/[.!?;\n]/u).some((it) => speaksOfHamlet(it, folded))
}

function namesIn(sentence: string): string[] {
  return [...sentence.matchAll(name), ...sentence.matchAll(nameInCapitals)]
    .filter((it) => !namesakes.test(sentence.slice(0, it.index)))
    .map(([found]) => found)
}

function speaksOfHamlet(sentence: string, hamlets: string[]): boolean {
  if (hamletWord.test(sentence)) return true
  const folded = ` ${fold(sentence).replace(/[^\p{L}\p{N}]+/gu, ' ')} `
  return hamlets.some((it) => folded.includes(` ${it} `))
}

/** As it stands in a sentence, at its beginning, and in a line in capitals. */
function either(words: string): string {
  const each = words.split('|')
  const first = (it: string) => it[0]!.toUpperCase() + it.slice(1)
  return [...each, ...each.map(first), ...each.map((it) => it.toUpperCase())].join('|')
}

function all(text: string, pattern: RegExp): string[] {
  return [...text.matchAll(pattern)].map(([found]) => found)
}

/** As it is dialled at home, digits only. */
function dialled(written: string): string {
  return written.replace(/\D/g, '').replace(/^84(?=\d{8,10}$)/, '0')
}
