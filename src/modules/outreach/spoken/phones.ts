import type { Rule } from './rule.ts'
import { sayDigits } from '#src/base/say-number.ts'

/** Phones digit by digit, in the groups that they are written in. */
export const phones: Rule[] = [
  {
    pattern: /(?<![\p{L}\p{N}]|[.,])(?:\(?\+84\)?[ .-]?|\(?0)(?:\d[ .)-]{0,2}){8,10}(?!\p{N})/gu,
    say: ({ groups: [whole] }) => sayPhone(whole!),
  },
  {
    pattern: /(?<![\p{L}\p{N}.,])1[89]00[ .-]?\d{2,3}(?:[ .-]?\d{1,3})?(?![\p{N}])/gu,
    say: ({ groups: [whole] }) => sayPhone(whole!),
  },
  {
    // Emergency and public lines, after a word that says so: “gọi 113”, “tổng đài 1022”.
    pattern:
      /(?<!\p{L})(gọi|điện thoại|số máy|tổng đài|hotline|đường dây nóng|số)((?:\s+số)?:?\s+)(11\d|1[04]\d\d)((?:(?:,|\s+hoặc|\s+và)\s+11\d)*)(?![\p{L}\p{N}/%]|[.,]\d|\s+(?:người|hộ|thôn|đồng|ngày))/giu,
    say: ({ groups: [, word, between, number, more] }) =>
      `${word}${between}${sayDigits(number!)}${more!.replace(/\d+/g, sayDigits)}`,
  },
]

function sayPhone(written: string): string {
  const trailing = /[ .)-]*$/.exec(written)![0]
  const abroad = written.includes('+') ? 'cộng ' : ''
  const typed = written
    .slice(0, written.length - trailing.length)
    .split(/\D+/)
    .filter(Boolean)
  const groups = typed.length === 1 ? cut(typed[0]!) : typed
  // The stop at the end of a sentence is not part of the number.
  // Two numbers with a dash between are two: a breath, or nobody can write them down.
  const after = trailing.includes('-') ? ', ' : trailing.replace(')', '')
  return abroad + groups.map(sayDigits).join(', ') + after
}

/** As people read a number that is written in one: 0912 345 678, 0228 3820 123, 1800 1098. */
function cut(digits: string): string[] {
  const second = digits.length === 10 && digits.startsWith('0') ? 7 : 8
  return [digits.slice(0, 4), digits.slice(4, second), digits.slice(second)].filter(Boolean)
}
