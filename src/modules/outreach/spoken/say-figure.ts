import { largestSaid, sayDigits, sayNumber } from '#src/base/say-number.ts'

/** A figure as people write it, for the patterns of the rules: `12`, `135.000`, `2,5`. */
export const figure = String.raw`\d+(?:[.,]\d+)*`

/**
 * A written figure in words. Dots part thousands and a comma the tenths, as Vietnamese is written;
 * a long run of digits, or one that begins with 0, is read digit by digit.
 */
export function sayFigure(text: string): string {
  if (/^\d{1,3}(\.\d{3})+$/.test(text)) return sayRun(text.replaceAll('.', ''))
  if (/^\d{1,3}(,\d{3}){2,}$/.test(text)) return sayRun(text.replaceAll(',', ''))
  const tenths = /^(\d+|\d{1,3}(?:\.\d{3})+),(\d+)$/.exec(text)
  if (tenths) return `${sayFigure(tenths[1]!)} phẩy ${sayTenths(tenths[2]!)}`
  // The code of a procedure, such as 1.004222.
  const code = /^(\d)\.(\d{6})$/.exec(text)
  if (code) return `${sayDigits(code[1]!)} chấm ${sayDigits(code[2]!)}`
  return text
    .split(/([.,])/)
    .map((part) => (part === '.' ? 'chấm' : part === ',' ? 'phẩy' : sayRun(part)))
    .join(' ')
}

/** `2,05` is “hai phẩy không năm”, `2,75` “hai phẩy bảy mươi lăm”. */
function sayTenths(text: string): string {
  return text.startsWith('0') || text.length > 3 ? sayDigits(text) : sayNumber(Number(text))
}

function sayRun(text: string): string {
  const spelled = text.length > 2 && text.startsWith('0')
  return spelled || Number(text) > largestSaid ? sayDigits(text) : sayNumber(Number(text))
}
