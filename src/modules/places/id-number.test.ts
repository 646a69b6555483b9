import fc from 'fast-check'
import { expect, test } from 'vitest'
import { words } from '#src/words/index.ts'
import { checkIdNumber, maskIdNumber, parseIdNumber } from './index.ts'

const today = Temporal.PlainDate.from('2026-11-20')

test('036 1 86: a woman born in 1986, her birth registered in Nam Định', () => {
  expect(parseIdNumber('036 186 004 821')).toEqual({
    number: '036186004821',
    placeCode: '036',
    birthProvince: { code: '36', fullName: 'Tỉnh Nam Định' },
    sex: 'female',
    birthYear: 1986,
  })
})

test('037 2 05: a man born in 2005', () => {
  expect(parseIdNumber('037205000017')).toMatchObject({ sex: 'male', birthYear: 2005 })
})

test('numbers keep the 63 provinces of before July 2025', () => {
  expect(parseIdNumber('015099000001').birthProvince?.fullName).toBe('Tỉnh Yên Bái')
  expect(parseIdNumber('046099000001').birthProvince?.fullName).toBe('Thành phố Huế')
  expect(parseIdNumber('079099000001').birthProvince?.fullName).toBe('Thành phố Hồ Chí Minh')
})

test('whoever was born abroad has no province, and nobody warns of it', () => {
  const number = '135190000001'
  expect(parseIdNumber(number).birthProvince).toBeNull()
  expect(checkIdNumber({ number, birthYear: 1990, sex: 'female', today })).toEqual([])
})

test('what fits what was declared gives no warning', () => {
  const birthDate = Temporal.PlainDate.from('1986-03-14')
  expect(checkIdNumber({ number: '036186004821', birthDate, sex: 'female', today })).toEqual([])
  expect(checkIdNumber({ number: '036186004821' })).toEqual([])
})

test('each contradiction warns, all at once, and none refuses', () => {
  const number = '003186004821'
  expect(checkIdNumber({ number, birthYear: 1987, sex: 'male', today })).toEqual([
    { warning: 'place_unknown', placeCode: '003' },
    { warning: 'birth_year_differs', inNumber: 1986, declared: 1987 },
    { warning: 'sex_differs', inNumber: 'female' },
  ])
  expect(checkIdNumber({ number: '036586004821', birthYear: 1986, today })).toEqual([
    { warning: 'born_in_future', inNumber: 2186 },
  ])
})

test('every warning has its words', () => {
  const said = words.vi.places.idWarnings
  expect(said.birth_year_differs({ inNumber: 1986, declared: 1987 })).toContain('1986')
  expect(said.sex_differs({ inNumber: 'female' })).toContain('nữ')
})

test.each([
  ['162345678', 'places.id_number_is_old'],
  ['16234567', 'places.id_number_wrong'],
  ['0361860048211', 'places.id_number_wrong'],
  ['03618600482X', 'places.id_number_wrong'],
  ['', 'places.id_number_wrong'],
])('"%s" is refused', (typed, code) => {
  const parse = () => parseIdNumber(typed, 'subjectIdNumber')
  expect(parse).toThrow(expect.objectContaining({ code, field: 'subjectIdNumber' }))
  expect(() => checkIdNumber({ number: typed })).toThrow(expect.objectContaining({ code }))
})

test('only the last four digits are shown', () => {
  expect(maskIdNumber('036186004821')).toBe('•••••••• 4821')
})

test('whatever a number says is read back from it', () => {
  const year = fc.integer({ min: 1900, max: 2199 })
  const sex = fc.constantFrom('male' as const, 'female' as const)
  fc.assert(
    fc.property(year, sex, fc.integer({ min: 0, max: 999_999 }), (birthYear, sex, chance) => {
      const century = Math.floor((birthYear - 1900) / 100) * 2 + (sex === 'male' ? 0 : 1)
      const tail = String(birthYear % 100).padStart(2, '0') + String(chance).padStart(6, '0')
      const number = `036${century}${tail}`
      expect(parseIdNumber(number)).toMatchObject({ number, birthYear, sex })
      expect(checkIdNumber({ number, birthYear, sex })).toEqual([])
      expect(maskIdNumber(number)).not.toContain(number.slice(0, 8))
    }),
  )
})
