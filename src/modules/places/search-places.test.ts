import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { fold } from '#src/base/fold.ts'
import { useOffice } from '#test/office.ts'
import { loadPlaces, searchPlaces } from './index.ts'
import { plain, sayName, withTonesLast } from './said.ts'

const office = useOffice()

beforeAll(async () => {
  await loadPlaces(office.owner.options.connectionString!)
})

async function first(q: string, more: { at?: Temporal.PlainDate; near?: string } = {}) {
  const [found] = await searchPlaces(office, { q, ...more })
  return found && [found.full_name, found.province, found.formerly?.full_name]
}

test('"goi, vu ban" is xã Vụ Bản today, and thị trấn Gôi became it', async () => {
  expect(await searchPlaces(office, { q: 'goi, vu ban' })).toMatchObject([
    {
      code: '13741',
      full_name: 'Xã Vụ Bản',
      province: 'Tỉnh Ninh Bình',
      formerly: {
        full_name: 'Thị trấn Gôi',
        district: 'Huyện Vụ Bản',
        province: 'Tỉnh Nam Định',
        code: '13741',
        valid_to: Temporal.PlainDate.from('2025-07-01'),
        divided: false,
      },
    },
  ])
})

test.each([
  ['Gôi', 'Xã Vụ Bản', 'Thị trấn Gôi'],
  ['tt. Gôi, h. Vụ Bản, t. Nam Định', 'Xã Vụ Bản', 'Thị trấn Gôi'],
  ['gôi vụ bản nam định', 'Xã Vụ Bản', 'Thị trấn Gôi'],
  ['vu ban goi', 'Xã Vụ Bản', 'Thị trấn Gôi'],
  ['nam dinh, vu ban, goi', 'Xã Vụ Bản', 'Thị trấn Gôi'],
  ['xã Tam Thanh, huyện Vụ Bản', 'Xã Vụ Bản', 'Xã Tam Thanh'],
  ['tam thanh vu ban', 'Xã Vụ Bản', 'Xã Tam Thanh'],
  ['KIM THÁI', 'Xã Vụ Bản', 'Xã Kim Thái'],
  ['xã Gôi', 'Xã Vụ Bản', 'Thị trấn Gôi'],
  ['thôn Tiên, xã Tam Thanh, Vụ Bản, Nam Định', 'Xã Vụ Bản', 'Xã Tam Thanh'],
  ['thon tien xa tam thanh vu ban', 'Xã Vụ Bản', 'Xã Tam Thanh'],
  ['kim thia, vu ban', 'Xã Vụ Bản', 'Xã Kim Thái'],
  ['lien bao vu ban', 'Phường Trường Thi', 'Xã Liên Bảo'],
  ['vu ban', 'Xã Vụ Bản', undefined],
  ['vụ bản, nam định', 'Xã Vụ Bản', undefined],
  ['Vũ Bản', 'Xã Bình Giang', 'Xã Vũ Bản'],
  ['Ea H’Leo', "Xã Ea H'Leo", undefined],
  ['p12 q go vap', 'Phường An Hội Tây', 'Phường 12'],
  ['Bến Nghé, quận 1, tp hcm', 'Phường Sài Gòn', 'Phường Bến Nghé'],
  ['ly son', 'Đặc khu Lý Sơn', undefined],
  ['con dao', 'Đặc khu Côn Đảo', undefined],
])('"%s" is %s', async (q, name, former) => {
  expect(await first(q)).toMatchObject([name, expect.anything(), former])
})

test('both tone placements and no marks at all find the same', async () => {
  const codes = async (q: string) =>
    (await searchPlaces(office, { q })).map((it) => it.code).toSorted()
  expect(await codes('Hoà Bình')).toEqual(await codes('Hòa Bình'))
  expect(await codes('HÒA BÌNH')).toEqual(await codes('hòa bình'))
  expect((await codes('hoa binh')).length).toBe(10)
})

test('a commune of the office’s own province comes first among equals', async () => {
  expect(await first('hoa binh', { near: '86' })).toEqual([
    'Xã Hòa Bình',
    'Tỉnh Vĩnh Long',
    undefined,
  ])
  expect(await first('hoa binh', { near: '96' })).toEqual(['Xã Hòa Bình', 'Tỉnh Cà Mau', undefined])
})

test('on a day of 2024 the communes of that day are found', async () => {
  const at = Temporal.PlainDate.from('2024-11-22')
  expect(await first('goi, vu ban', { at })).toEqual(['Thị trấn Gôi', 'Tỉnh Nam Định', undefined])
  expect(await first('thi tran vu ban', { at })).toEqual([
    'Thị trấn Vụ Bản',
    'Tỉnh Hòa Bình',
    undefined,
  ])
  expect(await first('an hoi tay', { at })).not.toContain('Phường An Hội Tây')
})

test('a divided commune is found at each of its parts, and said to be divided', async () => {
  const found = await searchPlaces(office, { q: 'dich vong hau' })
  expect(found.map((it) => [it.full_name, it.formerly?.divided])).toEqual([
    ['Phường Cầu Giấy', true],
    ['Phường Nghĩa Đô', true],
  ])
})

test('nothing is found by nothing, and nothing odd breaks it', async () => {
  for (const q of [
    '',
    ' , ',
    "'; drop table",
    'a:b & | !*(',
    '\\',
    '%_',
    'xa',
    'x',
    '🙂',
    'ă'.repeat(500),
  ]) {
    await expect(searchPlaces(office, { q })).resolves.toBeInstanceOf(Array)
  }
  expect(await searchPlaces(office, { q: 'zzzz' })).toEqual([])
  expect(await searchPlaces(office, { q: 'tan lap', limit: 3 })).toHaveLength(3)
})

test('every commune of today is found by its full name and province, without marks', async () => {
  const { rows } = await office.owner.query<{ code: string; name: string; province: string }>(
    `select c.code, c.full_name as name, p.full_name as province from places.commune c
       join places.province p on p.code = c.province_code and p.valid_to is null
      where c.valid_to is null and c.code::int % 29 = 0`,
  )
  expect(rows.length).toBeGreaterThan(90)
  for (const { code, name, province } of rows) {
    const found = await searchPlaces(office, { q: `${fold(name)}, ${fold(province)}`, limit: 3 })
    expect({ q: name, codes: found.map((it) => it.code) }).toEqual({
      q: name,
      codes: expect.arrayContaining([code]),
    })
  }
})

const syllable = fc.constantFrom(
  'hoà',
  'hòa',
  'Thuỷ',
  'Thủy',
  'Vụ',
  'bản',
  'Đắk',
  'Gôi',
  'xã',
  'ngoẻn',
  '12',
)
const name = fc.array(syllable, { minLength: 1, maxLength: 5 }).map((it) => it.join(' '))

test('saying a name twice over changes nothing, nor do marks, case or tone placement', () => {
  fc.assert(
    fc.property(name, (text) => {
      expect(plain(plain(text))).toBe(plain(text))
      expect(plain(text.normalize('NFD').toUpperCase())).toBe(plain(text))
      expect(plain(withTonesLast(text))).toBe(plain(text))
      expect(withTonesLast(withTonesLast(text))).toBe(withTonesLast(text))
      expect(sayName(`Xã ${text} Gôi`)).toBe(plain(`${text} Gôi`))
    }),
  )
  expect(withTonesLast('Hoà Thuỷ')).toBe(withTonesLast('hòa thủy'))
  expect(withTonesLast('Vụ Bản')).not.toBe(withTonesLast('Vũ Bản'))
})

test('the database folds as the program does', async () => {
  await fc.assert(
    fc.asyncProperty(name, async (text) => {
      const { rows } = await office.owner.query('select taicho.fold($1) as folded', [text])
      expect(rows[0].folded).toBe(fold(text))
    }),
    { numRuns: 50 },
  )
})
