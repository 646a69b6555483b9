import fc from 'fast-check'
import { expect, test } from 'vitest'
import { feeOfCopy, shippedTariff } from './tariff.ts'

/** Two thousand for each of the first two pages, one thousand from the third, never over 200.000. */
const fee = (pages: number) => feeOfCopy(shippedTariff, pages)
const pages = fc.integer({ min: 1, max: 2000 })

test.each([
  [1, 2000],
  [2, 4000],
  [3, 5000],
  [10, 12_000],
  [197, 199_000],
  [198, 200_000],
  [199, 200_000],
  [500, 200_000],
])('a copy of %i pages costs %i', (count, vnd) => {
  expect(fee(count)).toBe(vnd)
})

test('a further page never makes a copy cheaper, and costs at most two thousand', () => {
  fc.assert(
    fc.property(pages, (count) => {
      const more = fee(count + 1) - fee(count)
      return more >= 0 && more <= 2000
    }),
  )
})

test('a copy is never free and never over the most', () => {
  fc.assert(fc.property(pages, (count) => fee(count) >= 2000 && fee(count) <= 200_000))
})

test('counted page by page it comes to the same', () => {
  fc.assert(
    fc.property(pages, (count) => {
      let sum = 0
      for (let page = 1; page <= count; page++) sum += page <= 2 ? 2000 : 1000
      return fee(count) === Math.min(sum, 200_000)
    }),
  )
})

test('another tariff is followed as it says', () => {
  const amount = fc.integer({ min: 0, max: 100_000 })
  fc.assert(
    fc.property(pages, amount, amount, amount, fc.nat(50), (count, first, further, most, some) => {
      const tariff = {
        ...{ ...shippedTariff, firstPages: some, firstPageVnd: first },
        ...{ furtherPageVnd: further, mostVnd: most },
      }
      const paid = feeOfCopy(tariff, count)
      return paid <= most && paid <= count * Math.max(first, further)
    }),
  )
})
