import type { Rule } from './rule.ts'
import { sayNumber } from '#src/base/say-number.ts'

const edge = String.raw`(?<![\p{L}\p{N}/.,:])`
const end = String.raw`(?![\p{L}\p{N}:]|[.,]\d)`
/** `7h30`, `7g30`, `7:30`, `7 giờ 30 phút`, `7h`, `7 giờ`. */
const clock = String.raw`(\d{1,2})(?:\s*(?:h|g|:)\s*([0-5]\d)(?:\s*(phút|ph|p|'))?|\s*giờ\s*([0-5]?\d)(?:\s*(phút))?|\s*(?:h|giờ))`

/** The time of day, alone or from one to another. */
export const times: Rule[] = [
  {
    pattern: new RegExp(String.raw`${edge}(\d{1,2})\s*[-–—]\s*${clock}${end}`, 'giu'),
    say: ({ groups: [whole, from, h, m, p, m2, p2], before }) =>
      isHour(from!) && isHour(h!)
        ? `${fromWord(before)}${sayNumber(Number(from))} đến ${sayTime(h!, m ?? m2, p ?? p2)}`
        : whole!,
  },
  {
    pattern: new RegExp(String.raw`${edge}${clock}\s*[-–—]\s*${clock}${end}`, 'giu'),
    say: ({ groups: [whole, h, m, p, m2, p2, h3, m3, p3, m4, p4], before }) =>
      isHour(h!) && isHour(h3!)
        ? `${fromWord(before)}${sayTime(h!, m ?? m2, p ?? p2)} đến ${sayTime(h3!, m3 ?? m4, p3 ?? p4)}`
        : whole!,
  },
  {
    pattern: new RegExp(`${edge}${clock}${end}`, 'giu'),
    say: ({ groups: [whole, h, m, p, m2, p2] }) =>
      isHour(h!) || (m ?? m2) === undefined ? sayTime(h!, m ?? m2, p ?? p2) : whole!,
  },
  {
    pattern: /(?<![\p{L}\p{N}/.,:])(\d{1,3})\s*['’](?![\p{L}\p{N}])/gu,
    say: ({ groups: [, m] }) => `${sayNumber(Number(m))} phút`,
  },
]

function sayTime(h: string, m: string | undefined, p: string | undefined): string {
  const hour = `${sayNumber(Number(h))} giờ`
  const minute = Number(m ?? 0)
  if (minute === 0) return hour
  return `${hour} ${sayNumber(minute)}${p !== undefined || minute < 10 ? ' phút' : ''}`
}

function fromWord(before: string): string {
  return /(?:từ|lúc)\s+$/iu.test(before) ? '' : 'từ '
}

function isHour(h: string): boolean {
  return Number(h) <= 24
}
