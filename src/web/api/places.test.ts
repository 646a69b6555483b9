import { beforeAll, expect, test } from 'vitest'
import { apiOf } from '#test/api.ts'
import { useOffice } from '#test/office.ts'
import { loadPlaces } from '#src/modules/places/index.ts'

const office = useOffice()
const ask = apiOf(office)

beforeAll(() => loadPlaces(office.owner.options.connectionString!), 120_000)

const names = async (path: string) => (await ask(path)).body.items.map((it) => it.name)

test('34 provinces today, 63 before July 2025', async () => {
  expect(await names('/places/provinces')).toHaveLength(34)
  expect(await names('/places/provinces?at=2025-06-30')).toHaveLength(63)
  expect(await names('/places/provinces')).toContain('Tỉnh Ninh Bình')
})

test('province by province, all 3,321 communes of today, each with its full name', async () => {
  const { body } = await ask('/places/provinces')
  let count = 0
  for (const { code, name } of body.items) {
    const { items } = (await ask(`/places/communes?province=${String(code)}&limit=1000`)).body
    expect(items.every((it) => it.province === name && it.provinceCode === code)).toBe(true)
    expect(items.every((it) => /^(Xã|Phường|Đặc khu) /.test(String(it.name)))).toBe(true)
    count += items.length
  }
  expect(count).toBe(3321)
})

test('at most a thousand communes at once, or as many as asked for', async () => {
  expect(await names('/places/communes')).toHaveLength(1000)
  expect(await names('/places/communes?limit=3')).toHaveLength(3)
})

test('a commune is found by the name it had, and the answer says so', async () => {
  const { body } = await ask('/places/communes?q=goi%2C%20vu%20ban')
  expect(body.items[0]).toMatchObject({
    code: '13741',
    name: 'Xã Vụ Bản',
    province: 'Tỉnh Ninh Bình',
    provinceCode: '37',
    formerly: { name: 'Thị trấn Gôi', district: 'Huyện Vụ Bản', province: 'Tỉnh Nam Định' },
  })
})

test('its own name finds it as well, with marks or without', async () => {
  for (const q of ['Vụ Bản', 'vu ban', 'xa vu ban, ninh binh', 'XÃ VỤ BẢN'])
    expect((await names(`/places/communes?q=${encodeURIComponent(q)}`))[0]).toBe('Xã Vụ Bản')
})

test('within a province only its own communes are found, as many as bear the name', async () => {
  const { items } = (await ask('/places/communes?q=tan&province=79&limit=1000')).body
  expect(items.length).toBeGreaterThan(5)
  expect(items.every((it) => it.provinceCode === '79')).toBe(true)
  expect(new Set(items.map((it) => it.code)).size).toBe(items.length)
})

test('by the day asked for, a code is the commune that bore it then', async () => {
  expect((await ask('/places/communes/13753')).body).toMatchObject({ name: 'Xã Hiển Khánh' })
  expect((await ask('/places/communes/13753?at=2025-06-30')).body).toMatchObject({
    name: 'Xã Hợp Hưng',
    district: 'Huyện Vụ Bản',
    province: 'Tỉnh Nam Định',
    validTo: '2025-07-01',
    now: [{ code: '13753', name: 'Xã Hiển Khánh', province: 'Tỉnh Ninh Bình' }],
  })
})

test('a commune tells what it was made from', async () => {
  const { body } = await ask('/places/communes/13741')
  const formerly = body.formerly as { name: string }[]
  expect(formerly.map((it) => it.name)).toEqual(
    expect.arrayContaining(['Thị trấn Gôi', 'Xã Tam Thanh']),
  )
  expect(body.now).toMatchObject([{ code: '13741' }])
})

test('a code that no commune bears is not found', async () => {
  const { status, body } = await ask('/places/communes/99999')
  expect([status, body.error.code, body.error.field]).toEqual([
    404,
    'places.commune_unknown',
    'code',
  ])
})

test('a province that is no more is refused, and was right on an earlier day', async () => {
  const { status, body } = await ask('/places/communes?province=36')
  expect([status, body.error.code, body.error.field]).toEqual([
    400,
    'api.province_unknown',
    'province',
  ])
  expect(await names('/places/communes?province=36&at=2025-06-30&q=goi')).toEqual(['Thị trấn Gôi'])
})

test('a name that nobody has finds nothing, and a strange one breaks nothing', async () => {
  for (const q of ["'", '%', '\\', ':*', '😀', '1 or 1=1', ','])
    expect((await ask(`/places/communes?q=${encodeURIComponent(q)}`)).status).toBe(200)
})
