import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { sayDigits, sayNumber } from './say-number.ts'

const ones = ['không', 'một', 'hai', 'ba', 'bốn', 'năm', 'sáu', 'bảy', 'tám', 'chín']
const variants: Record<string, number> = { mốt: 1, tư: 4, lăm: 5 }

/** Understands a number as a listener does, without knowing how it was made. */
function hear(said: string): number {
  const billions = said.split(' tỷ')
  if (billions.length > 1)
    return hear(billions[0]!) * 1e9 + (billions[1] ? hear(billions[1].trim()) : 0)
  let [total, group] = [0, 0]
  let last = 0
  for (const word of said.split(' ')) {
    if (word === 'triệu' || word === 'nghìn') {
      total += (group + last) * (word === 'triệu' ? 1e6 : 1e3)
      group = last = 0
    } else if (word === 'trăm') [group, last] = [last * 100, 0]
    else if (word === 'mươi') [group, last] = [group + last * 10, 0]
    else if (word === 'mười') group += 10
    else if (word !== 'linh') last = variants[word] ?? ones.indexOf(word)
    if (last < 0) throw new Error(`unheard of: ${word}`)
  }
  return total + group + last
}

describe('numbers', () => {
  test.each([
    [0, 'không'],
    [15, 'mười lăm'],
    [21, 'hai mươi mốt'],
    [24, 'hai mươi tư'],
    [105, 'một trăm linh năm'],
    [1005, 'một nghìn không trăm linh năm'],
    [1_000_000_000_000, 'một nghìn tỷ'],
  ])('%i is %s', (n, said) => {
    expect(sayNumber(n)).toBe(said)
  })

  test('whoever hears one knows which it was, up to a thousand billions', () => {
    fc.assert(
      fc.property(fc.oneof(fc.nat(9999), fc.integer({ min: 0, max: 1e12 })), (n) => {
        expect(hear(sayNumber(n))).toBe(n)
      }),
      { numRuns: 5000 },
    )
  })

  test('below and beyond what is said there is a bug, not a guess', () => {
    for (const n of [-1, 1.5, 1e15]) expect(() => sayNumber(n)).toThrow(RangeError)
  })

  test('digits one by one', () => {
    expect(sayDigits('0912')).toBe('không chín một hai')
  })
})
