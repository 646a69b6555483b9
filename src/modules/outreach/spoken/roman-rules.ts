import type { Rule } from './rule.ts'
import { readRoman, sayOrdinal } from './roman.ts'
import { sayNumber } from '#src/base/say-number.ts'

const keyword =
  'khóa|khoá|quý|chương|phần|mục|lần thứ|thứ|đại hội|thế kỷ|kỳ|cấp|loại|hạng|đợt|nhóm|bảng|phụ lục|điều|vùng|khu vực|bậc|mức|học kỳ|giai đoạn'

/** `khóa XV`, `quý IV`, `lần thứ II`; alone only where it cannot be a word in capitals. */
export const romans: Rule[] = [
  {
    pattern: new RegExp(String.raw`(?<!\p{L})(${keyword})(\s+)([IVXLC]+)(?![\p{L}\p{N}])`, 'giu'),
    say: ({ groups: [whole, word, space, numeral] }) => {
      const n = readRoman(numeral!)
      if (n === null) return whole!
      return `${word}${space}${/thứ$/iu.test(word!) ? sayOrdinal(n) : sayNumber(n)}`
    },
  },
  {
    pattern: /(?<![\p{L}\p{N}])([IVX]{2,})(?![\p{L}\p{N}])/gu,
    say: ({ groups: [whole], before, after }) => {
      const n = readRoman(whole!)
      const shouted = /\p{Lu}{2,}[^\p{L}]*$/u.test(before) || /^[^\p{L}]*\p{Lu}{2,}/u.test(after)
      return n === null || (whole === 'VI' && shouted) ? whole! : sayNumber(n)
    },
  },
]
