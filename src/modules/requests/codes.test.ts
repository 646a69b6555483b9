import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseExternalCode } from './external-code.ts'
import { initials, isMinor } from './person.ts'
import { codeMonth, parseRequestCode, requestCode } from './request-code.ts'
import { pauseSeconds } from './track-pause.ts'

const day = (iso: string) => Temporal.PlainDate.from(iso)

describe('the code of a request', () => {
  test('says the office, the month and the number', () => {
    expect(requestCode('TC', codeMonth(day('2026-11-20')), 42)).toBe('TC-2611-0042')
    expect(requestCode('TC', codeMonth(day('2026-01-02')), 12345)).toBe('TC-2601-12345')
  })

  test('is read however it is typed', () => {
    fc.assert(
      fc.property(
        fc.stringMatching(/^[A-Z]{2,4}$/),
        fc.integer({ min: 1, max: 9_999_999 }),
        fc.constantFrom('-', ' ', '', '.', '–', ' - '),
        fc.boolean(),
        (prefix, number, between, small) => {
          const code = requestCode(prefix, '2611', number)
          const typed = code.replaceAll('-', between)
          expect(parseRequestCode(` ${small ? typed.toLowerCase() : typed} `)).toBe(code)
        },
      ),
    )
  })

  test.each(['', 'TC', 'TC-2611', 'TC-26-0042', '2611-0042', 'TC-2611-0042x', 'TCTCT-2611-0042'])(
    '%s is none',
    (typed) => expect(parseRequestCode(typed)).toBeNull(),
  )
})

describe('the code that the authority gave', () => {
  test.each([
    ['G09.20-20260609-0092637', 'G09.20-20260609-0092637'],
    [' h55.242 – 260609 – 0007 ', 'H55.242-260609-0007'],
    ['000.00.19.H55/241018/0007', '000.00.19.H55/241018/0007'],
    ['123456', '123456'],
  ])('%s is kept as %s', (typed, kept) => expect(parseExternalCode(typed)).toBe(kept))

  test.each([
    '',
    '12345',
    'A'.repeat(39) + '12',
    'chưa có mã',
    'ABCDEF',
    '<b>12345</b>',
    '-12345',
    '12345;--',
  ])('%s is refused beside its field', (typed) => {
    expect(() => parseExternalCode(typed)).toThrow(
      expect.objectContaining({
        code: 'requests.external_code_malformed',
        field: 'externalCode',
      }),
    )
  })
})

test('in public a name is its first letters', () => {
  expect(initials('Nguyễn Thị  Ánh')).toBe('N. T. Á.')
  expect(initials('đinh ơn')).toBe('Đ. Ơ.')
})

test('a minor is younger than eighteen on the day; of a year alone it may not be known', () => {
  const on = day('2026-11-20')
  expect(isMinor({ birthDate: day('2008-11-20') }, on)).toBe(false)
  expect(isMinor({ birthDate: day('2008-11-21') }, on)).toBe(true)
  expect(isMinor({ birthYear: 2009 }, on)).toBe(true)
  expect(isMinor({ birthYear: 2008 }, on)).toBeNull()
  expect(isMinor({ birthYear: 2007 }, on)).toBe(false)
  expect(isMinor({}, on)).toBeNull()
})

test('three wrong tries cost nothing, the fourth half a minute, then twice as long up to an hour', () => {
  expect([1, 2, 3, 4, 5, 6, 10, 11, 12, 1000].map(pauseSeconds)).toEqual([
    ...[0, 0, 0, 30, 60, 120, 1920],
    ...[3600, 3600, 3600],
  ])
})
