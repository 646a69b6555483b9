import { sayNumber } from '#src/base/say-number.ts'

const values: Record<string, number> = { I: 1, V: 5, X: 10, L: 50, C: 100, D: 500, M: 1000 }

/** What a Roman numeral in capitals stands for; null for letters that are none. */
export function readRoman(text: string): number | null {
  if (!/^M{0,3}(CM|CD|D?C{0,3})(XC|XL|L?X{0,3})(IX|IV|V?I{0,3})$/.test(text) || text === '')
    return null
  return [...text]
    .map((letter, i, all) => {
      const value = values[letter]!
      return value < (values[all[i + 1] ?? ''] ?? 0) ? -value : value
    })
    .reduce((sum, it) => sum + it, 0)
}

/** “Thứ nhất”, “thứ tư”; every other one as it is counted. */
export function sayOrdinal(n: number): string {
  if (n === 1) return 'nhất'
  return n === 4 ? 'tư' : sayNumber(n)
}
