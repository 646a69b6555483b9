const digits = ['không', 'một', 'hai', 'ba', 'bốn', 'năm', 'sáu', 'bảy', 'tám', 'chín'] as const

/** The largest number that is said as one; a longer one is read digit by digit. */
export const largestSaid = 999_999_999_999_999

/**
 * A whole number from 0 to 10^15 − 1 as it is said in the North: 21 “hai mươi mốt”, 24 “hai mươi tư”,
 * 15 “mười lăm”, 105 “một trăm linh năm”, 2026 “hai nghìn không trăm hai mươi sáu”, 10^9 “một tỷ”.
 */
export function sayNumber(n: number): string {
  if (!Number.isInteger(n) || n < 0 || n > largestSaid) throw new RangeError(String(n))
  if (n === 0) return digits[0]
  const billions = Math.floor(n / 1e9)
  const rest = n % 1e9
  const head = billions > 0 ? [`${sayNumber(billions)} tỷ`] : []
  return [...head, ...sayBelowBillion(rest, billions > 0)].join(' ')
}

/** Each digit by itself, as phones and numbers of papers are read. */
export function sayDigits(text: string): string {
  return [...text].map((it) => digits[Number(it)]!).join(' ')
}

/** `inside`: something larger was said before, so that the hundreds are said even when there are none. */
function sayBelowBillion(n: number, inside: boolean): string[] {
  const groups: [number, string][] = [
    [Math.floor(n / 1e6), ' triệu'],
    [Math.floor(n / 1e3) % 1e3, ' nghìn'],
    [n % 1e3, ''],
  ]
  const said: string[] = []
  for (const [group, unit] of groups)
    if (group > 0) said.push(sayBelowThousand(group, inside || said.length > 0) + unit)
  return said
}

function sayBelowThousand(n: number, inside: boolean): string {
  const [hundreds, tens, ones] = [Math.floor(n / 100), Math.floor(n / 10) % 10, n % 10]
  const said: string[] = []
  if (hundreds > 0 || inside) said.push(`${digits[hundreds]} trăm`)
  if (tens === 1) said.push('mười')
  else if (tens > 1) said.push(`${digits[tens]} mươi`)
  else if (ones > 0 && said.length > 0) said.push('linh')
  if (ones > 0) said.push(sayOnes(ones, tens))
  return said.join(' ')
}

function sayOnes(ones: number, tens: number): string {
  if (ones === 1 && tens > 1) return 'mốt'
  if (ones === 4 && tens > 1) return 'tư'
  if (ones === 5 && tens > 0) return 'lăm'
  return digits[ones]!
}
