const digits = ['không', 'một', 'hai', 'ba', 'bốn', 'năm', 'sáu', 'bảy', 'tám', 'chín']

/** 1 to 99 as people say it: `mười hai`, `mười lăm`, `hai mươi mốt`, `ba mươi tư`. */
export function sayCounterNumber(number: number): string {
  const [tens, ones] = [Math.floor(number / 10), number % 10]
  if (tens === 0) return digits[ones]!
  const ten = tens === 1 ? 'mười' : `${digits[tens]} mươi`
  if (ones === 0) return ten
  if (ones === 5) return `${ten} lăm`
  if (tens > 1 && ones === 1) return `${ten} mốt`
  if (tens > 1 && ones === 4) return `${ten} tư`
  return `${ten} ${digits[ones]}`
}
