import fc from 'fast-check'
import { expect, test } from 'vitest'
import { lastDigits, maskPhone, normalizePhone } from './index.ts'

test.each([
  ['0912345678', '0912345678'],
  ['+84 912 345 678', '0912345678'],
  ['84912345678', '0912345678'],
  ['0084 912-345-678', '0912345678'],
  ['+84 (0) 912.345.678', '0912345678'],
  ['+840912345678', '0912345678'],
  ['０９１２３４５６７８', '0912345678'],
  ['01682345678', '0382345678'],
  ['+84 168 234 5678', '0382345678'],
  ['0123.234.5678', '0832345678'],
  ['0228 3820 123', '02283820123'],
  ['(024) 3825 1234', '02438251234'],
  ['0243825123', '0243825123'],
])('%s is dialled as %s', (typed, number) => {
  expect(normalizePhone(typed)).toBe(number)
})

test.each([
  '',
  'chín một hai',
  '091234567',
  '09123456789',
  '0412345678',
  '01001234567',
  '0112345678',
  '+1 202 555 0142',
  '022838201234',
  '912345678a',
])('"%s" is refused beside its field', (typed) => {
  expect(() => normalizePhone(typed, 'contactPhone')).toThrow(
    expect.objectContaining({ code: 'places.phone_wrong', field: 'contactPhone' }),
  )
})

test('only the last four digits are shown', () => {
  expect(maskPhone('0912344821')).toBe('•••••• 4821')
  expect(lastDigits('0912 34 48 21')).toBe('4821')
  expect(lastDigits('0912344821', 3)).toBe('821')
})

test('a number is the same however it is written, and writing it out again changes nothing', () => {
  const prefix = fc.constantFrom('3', '5', '7', '8', '9')
  const rest = fc.stringMatching(/^\d{8}$/)
  const country = fc.constantFrom('0', '+84', '84', '0084', '+84 0', '+84 (0)')
  const gap = fc.constantFrom('', ' ', '.', '-')
  fc.assert(
    fc.property(prefix, rest, country, gap, (prefix, rest, country, gap) => {
      const number = `0${prefix}${rest}`
      const written = [`${country}${prefix}${rest.slice(0, 2)}`, rest.slice(2, 5), rest.slice(5)]
      expect(normalizePhone(written.join(gap))).toBe(number)
      expect(normalizePhone(number)).toBe(number)
      expect(lastDigits(number)).toBe(number.slice(-4))
    }),
  )
})
