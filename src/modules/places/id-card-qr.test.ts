import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseIdCardQr } from './index.ts'

const text =
  '036186004821|162345678|Trần Thị Ví Dụ|14031986|Nữ|Xóm Mẫu, Tam Thanh, Vụ Bản, Nam Định|05072021'

test('the card of 2021 fills the form', () => {
  expect(parseIdCardQr(text)).toEqual({
    number: '036186004821',
    oldNumber: '162345678',
    fullName: 'Trần Thị Ví Dụ',
    birthDate: Temporal.PlainDate.from('1986-03-14'),
    sex: 'female',
    residence: 'Xóm Mẫu, Tam Thanh, Vụ Bản, Nam Định',
    issuedOn: Temporal.PlainDate.from('2021-07-05'),
    more: [],
  })
})

test('a card without an old number, typed by a scanner with a line end, decomposed', () => {
  const typed = `${text.replace('162345678', '').replace('Nữ', 'Nam').normalize('NFD')}\r\n`
  expect(parseIdCardQr(typed)).toMatchObject({
    oldNumber: null,
    sex: 'male',
    fullName: 'Trần Thị Ví Dụ',
  })
})

test('further fields of newer cards are kept as they are', () => {
  expect(parseIdCardQr(`${text}|Nguyễn Văn Mẫu||`).more).toEqual(['Nguyễn Văn Mẫu', '', ''])
})

test.each([
  ['six fields', text.split('|').slice(0, 6).join('|')],
  ['another date form', text.replace('14031986', '14/03/1986')],
  ['a day that does not exist', text.replace('14031986', '31021986')],
  ['eleven digits', text.replace('036186004821', '03618600482')],
  ['fields in another order', text.split('|').toReversed().join('|')],
  ['a web address', 'https://example.vn/?a=1|2|3|4|5|6|7'],
  ['no sex', text.replace('Nữ', '')],
  ['nothing', ''],
])('%s is refused, not guessed', (_, wrong) => {
  expect(() => parseIdCardQr(wrong, 'scan')).toThrow(
    expect.objectContaining({ code: 'places.id_card_not_read', field: 'scan' }),
  )
})

test('whatever is scanned is read whole or refused by name', () => {
  const field = fc.oneof(fc.string(), fc.constantFrom(...text.split('|')))
  const outcome = (scanned: string) => {
    try {
      return parseIdCardQr(scanned).number.length
    } catch (error) {
      return (error as { code?: string }).code
    }
  }
  fc.assert(
    fc.property(fc.array(field, { maxLength: 10 }), (fields) => {
      expect([12, 'places.id_card_not_read']).toContain(outcome(fields.join('|')))
    }),
  )
})
