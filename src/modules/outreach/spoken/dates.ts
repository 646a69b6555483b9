import type { Rule } from './rule.ts'
import { sayNumber } from '#src/base/say-number.ts'

const edge = String.raw`(?<![\p{L}\p{N}/.,])`
const end = String.raw`(?![\p{L}\p{N}/]|[.,]\d)`
const year = String.raw`((?:19|20)\d\d)`
const dash = String.raw`\s*[-–—]\s*`

/** What is counted: `7/7 thôn` and `24/7` are no dates. */
const counted =
  /^\s*(?:số|thôn|xóm|xã|hộ|người|tổ|đại biểu|hồ sơ|diện tích|dân|ngày trong)(?!\p{L})/u
const dateComes = /(?:ngày|hôm|sáng|trưa|chiều|tối|đêm|từ|đến|và|thứ \p{L}+|nhật)\s+$/iu
const houseNumber = /(?:số|ngõ|ngách|hẻm|kiệt|nhà)\s+$/iu

/** Dates in every way that officers write them, from the longest to the shortest. */
export const dates: Rule[] = [
  {
    pattern: new RegExp(`${edge}${year}-(\\d\\d)-(\\d\\d)${end}`, 'gu'),
    say: ({ groups: [whole, y, m, d], before }) =>
      isDate(d!, m!) ? sayDate(before, d!, m!, y) : whole!,
  },
  {
    pattern: new RegExp(
      `${edge}(\\d{1,2})(?:[/.-](\\d{1,2}))?${dash}(\\d{1,2})([/.-])(\\d{1,2})(?:\\4${year})?${end}`,
      'gu',
    ),
    say: ({ groups: [whole, d, m, d2, , m2, y], before }) => {
      if (!isDate(d!, m ?? m2!) || !isDate(d2!, m2!)) return whole!
      const first = m ? sayDate(before, d!, m) : `${dayWord(before)}${sayDay(d!)}`
      const from = /(?:từ|ngày)\s+$/iu.test(before) ? '' : 'từ '
      return `${from}${first} đến ${sayDate('', d2!, m2!, y)}`
    },
  },
  {
    pattern: new RegExp(`${edge}(\\d{1,2})([/.-])(\\d{1,2})\\2${year}${end}`, 'gu'),
    say: ({ groups: [whole, d, , m, y], before }) =>
      isDate(d!, m!) ? sayDate(before, d!, m!, y) : whole!,
  },
  {
    pattern: new RegExp(`${edge}(\\d{1,2})/(\\d{1,2})/([2-4]\\d)${end}`, 'gu'),
    say: ({ groups: [whole, d, m, y], before }) =>
      isDate(d!, m!) ? sayDate(before, d!, m!, `20${y}`) : whole!,
  },
  {
    pattern: new RegExp(String.raw`(?<!\p{L})(quý\s+(?:[IV]{1,3}|[1-4]))/${year}${end}`, 'giu'),
    say: ({ groups: [, quarter, y] }) => `${quarter} năm ${sayNumber(Number(y))}`,
  },
  {
    // `đợt 2/2026` is no month.
    pattern: new RegExp(`(?<!\\p{L})(đợt|lần|học kỳ|kỳ|khóa)(\\s+)(\\d{1,2})/${year}${end}`, 'giu'),
    say: ({ groups: [, word, space, n, y] }) =>
      `${word}${space}${sayNumber(Number(n))} năm ${sayNumber(Number(y))}`,
  },
  {
    // `sáng 25-11`; `ngày 5-6` goes from one day to another.
    pattern: new RegExp(
      `(?<=(?:ngày|hôm|sáng|trưa|chiều|tối|đêm)\\s+)(\\d{1,2})-(\\d{1,2})${end}`,
      'giu',
    ),
    say: ({ groups: [whole, d, m], before }) =>
      isDate(d!, m!) && Number(d) > Number(m) ? sayDate(before, d!, m!) : whole!,
  },
  {
    pattern: new RegExp(`${edge}(\\d{1,2})[/.-]${year}${end}`, 'gu'),
    say: ({ groups: [whole, m, y], before }) => {
      if (Number(m) < 1 || Number(m) > 12) return whole!
      return `${/tháng\s+$/iu.test(before) ? '' : 'tháng '}${sayMonth(m!)} năm ${sayNumber(Number(y))}`
    },
  },
  {
    pattern: new RegExp(`${edge}(\\d{1,2})/(\\d{1,2})${end}`, 'gu'),
    say: ({ groups: [whole, d, m], before, after }) => {
      if (!isDate(d!, m!) || houseNumber.test(before)) return whole!
      const round = whole === '24/7'
      return round || (counted.test(after) && !dateComes.test(before))
        ? whole!
        : sayDate(before, d!, m!)
    },
  },
  {
    pattern: /(?<!\p{L})(ngày|mùng|mồng)\s+(\d{1,2})(?=\s+tháng(?!\p{L}))/giu,
    say: ({ groups: [whole, word, d] }) => {
      if (Number(d) < 1 || Number(d) > 31) return whole!
      return word!.toLowerCase() === 'ngày'
        ? `${word} ${sayDay(d!)}`
        : `${word} ${sayNumber(Number(d))}`
    },
  },
  {
    pattern: /(?<!\p{L}|\p{N}\s)(tháng)\s+0?4(?![\p{L}\p{N}/.,])(?!\s+(?:ngày|người|lần))/giu,
    say: ({ groups: [, word] }) => `${word} tư`,
  },
]

/** `thứ 6`, `T6`, `T2–T6`; the eighth to the twelfth T are months. */
export const weekdays: Rule[] = [
  {
    pattern: /(?<!\p{L})(thứ)\s+([14])(?![\p{L}\p{N}/.,:%-])/giu,
    say: ({ groups: [, word, n] }) => `${word} ${n === '1' ? 'nhất' : 'tư'}`,
  },
  {
    pattern: /(?<![\p{L}\p{N}])T\.?([2-7])(?:\s*[-–]\s*T?\.?([2-7])(?!\p{N}))?(?![\p{L}\p{N}/])/gu,
    say: ({ groups: [, from, to] }) =>
      to ? `từ thứ ${weekday(from!)} đến thứ ${weekday(to)}` : `thứ ${weekday(from!)}`,
  },
  {
    pattern: /(?<![\p{L}\p{N}])T\.?(1|8|9|10|11|12)(?:\/((?:19|20)\d\d))?(?![\p{L}\p{N}/])/gu,
    say: ({ groups: [, m, y] }) =>
      `tháng ${sayMonth(m!)}${y ? ` năm ${sayNumber(Number(y))}` : ''}`,
  },
]

function sayDate(before: string, d: string, m: string, y?: string): string {
  const of = y ? ` năm ${sayNumber(Number(y))}` : ''
  return `${dayWord(before)}${sayDay(d)} tháng ${sayMonth(m)}${of}`
}

/** “Ngày” unless it stands there already. */
function dayWord(before: string): string {
  return /(?:ngày|mùng|mồng)\s+$/iu.test(before) ? '' : 'ngày '
}

function sayDay(d: string): string {
  const n = Number(d)
  return n <= 10 ? `mùng ${sayNumber(n)}` : sayNumber(n)
}

function sayMonth(m: string): string {
  return Number(m) === 4 ? 'tư' : sayNumber(Number(m))
}

function weekday(n: string): string {
  return n === '4' ? 'tư' : sayNumber(Number(n))
}

function isDate(d: string, m: string): boolean {
  const [day, month] = [Number(d), Number(m)]
  return day >= 1 && day <= 31 && month >= 1 && month <= 12
}
