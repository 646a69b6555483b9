import fc from 'fast-check'
import { expect, test } from 'vitest'
import { shorten } from './shorten.ts'

test('a name that fits stays as it is', () => {
  const name = { vi: 'Khai sinh', en: 'Birth' }
  expect(shorten(name)).toEqual(name)
})

test('a long name ends after a whole word', () => {
  expect(shorten({ vi: 'Đăng ký biến động, quyền sử dụng đất', en: 'x' }, 20).vi).toBe(
    'Đăng ký biến động…',
  )
})

test('whatever the name, what is shown is short and is its beginning', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 400 }), (vi) => {
      const shown = shorten({ vi, en: '' }, 40).vi
      expect(shown.length).toBeLessThanOrEqual(41)
      expect(vi.startsWith(shown.replace(/…$/, ''))).toBe(true)
    }),
  )
})
