import { beforeAll, describe, expect, test } from 'vitest'
import { useOffice } from '#test/office.ts'
import {
  findCommune,
  getCommune,
  listCommunes,
  listPredecessors,
  listProvinces,
  listSuccessors,
  loadPlaces,
} from './index.ts'

const office = useOffice()
const day = (text: string) => Temporal.PlainDate.from(text)
const in2024 = day('2024-11-22')

beforeAll(async () => {
  await loadPlaces(office.owner.options.connectionString!)
})

/** How many communes of each kind hold on a day. */
async function countKinds(at: string) {
  const { rows } = await office.owner.query<{ kind: string; count: string }>(
    'select kind, count(*)::int as count from places.commune where valid @> $1::date group by kind',
    [at],
  )
  return Object.fromEntries(rows.map((row) => [row.kind, row.count]))
}

describe('provinces', () => {
  test('there are 34 today: 27 provinces and 7 cities', async () => {
    const provinces = await listProvinces(office)
    expect(provinces).toHaveLength(34)
    expect(provinces.filter((it) => it.kind === 'tinh')).toHaveLength(27)
    expect(provinces.filter((it) => it.kind === 'thanh_pho').map((it) => it.code)).toEqual(
      ['01', '31', '46', '48', '75', '79', '92'], // prettier-ignore
    )
  })

  test('there were 63 before July 2025, Nam Định among them', async () => {
    for (const at of ['2024-11-22', '2025-06-30']) {
      expect(await listProvinces(office, { at: day(at) })).toHaveLength(63)
    }
    expect(await listProvinces(office, { at: day('2025-07-01') })).toHaveLength(34)
    const before = await listProvinces(office, { at: in2024 })
    expect(before.find((it) => it.code === '36')?.full_name).toBe('Tỉnh Nam Định')
    expect(before.find((it) => it.code === '46')?.full_name).toBe('Tỉnh Thừa Thiên Huế')
  })

  test('Đồng Nai is a city since 30 April 2026', async () => {
    const dongNai = async (at: string) =>
      (await listProvinces(office, { at: day(at) })).find((it) => it.code === '75')?.full_name
    expect(await dongNai('2026-04-29')).toBe('Tỉnh Đồng Nai')
    expect(await dongNai('2026-04-30')).toBe('Thành phố Đồng Nai')
  })

  test('each of the 34 was made from the provinces that its communes lay in', async () => {
    const { rows } = await office.owner.query(
      `select now.name, count(distinct was.province_code)::int as provinces
         from places.succession s
         join places.commune was using (code, valid_from)
         join places.commune c on c.code = s.successor_code and c.valid_from = s.successor_valid_from
         join places.province now on now.code = c.province_code and now.valid @> c.valid_from
        where c.valid_from = '2025-07-01' and now.code in ('37', '79', '01', '91') group by 1 order by 1`,
    )
    expect(rows).toEqual([
      { name: 'An Giang', provinces: 2 },
      { name: 'Hà Nội', provinces: 1 },
      { name: 'Hồ Chí Minh', provinces: 3 },
      { name: 'Ninh Bình', provinces: 3 },
    ])
  })
})

describe('communes', () => {
  test('there are 3,321 today: 2,611 xã, 697 phường, 13 đặc khu', async () => {
    expect(await countKinds('2026-11-20')).toEqual({ xa: 2611, phuong: 697, dac_khu: 13 })
  })

  test('before 30 April 2026 they were 2,621, 687 and 13', async () => {
    for (const at of ['2025-07-01', '2026-04-29']) {
      expect(await countKinds(at)).toEqual({ xa: 2621, phuong: 687, dac_khu: 13 })
    }
  })

  test('before July 2025 there were 10,035 in 696 districts', async () => {
    const kinds = Object.values(await countKinds('2025-06-30'))
    expect(kinds.reduce((sum, count) => sum + Number(count), 0)).toBe(10_035)
    const { rows } = await office.owner.query('select count(*)::int as count from places.district')
    expect(rows[0].count).toBe(696)
  })

  test('Ninh Bình has 129', async () => {
    const communes = await listCommunes(office, { province: '37' })
    expect(communes).toHaveLength(129)
    expect(communes.map((it) => it.full_name)).toContain('Xã Vụ Bản')
    expect(new Set(communes.map((it) => it.province))).toEqual(new Set(['Tỉnh Ninh Bình']))
  })

  test('ten communes of Đồng Nai became phường when it became a city', async () => {
    const codes = ['25270', '25357', '25363', '26116', '26170', '26248', '26326', '26368', '26425', '26485'] // prettier-ignore
    for (const code of codes) {
      const before = await getCommune(office, { code, at: day('2026-04-29') })
      const since = await getCommune(office, { code })
      expect([before.kind, since.kind]).toEqual(['xa', 'phuong'])
      expect([before.province, since.province]).toEqual(['Tỉnh Đồng Nai', 'Thành phố Đồng Nai'])
      expect(since.name).toBe(before.name)
    }
  })

  test('xã Ba Chẽ is 06978 and xã Ia Mơ is 23938, with straight apostrophes throughout', async () => {
    expect((await getCommune(office, { code: '06978' })).full_name).toBe('Xã Ba Chẽ')
    expect(await findCommune(office, { code: '06970' })).toBeNull()
    expect((await getCommune(office, { code: '23938' })).full_name).toBe('Xã Ia Mơ')
    expect(await findCommune(office, { code: '23737' })).toBeNull()
    expect((await getCommune(office, { code: '24184' })).full_name).toBe("Xã Ea H'Leo")
    const { rows } = await office.owner.query("select 1 from places.commune where name ~ '[’‘]'")
    expect(rows).toEqual([])
  })

  test('a list is found by words of the name in any tone placement, and is never longer than asked', async () => {
    const said = async (q: string) =>
      (await listCommunes(office, { q })).map((it) => it.code).join(' ')
    expect(await said('Hoà Bình')).not.toBe('')
    expect(await said('Hoà Bình')).toBe(await said('hòa  bình'))
    expect(await said('hoa binh')).toBe(await said('HÒA BÌNH'))
    expect(await listCommunes(office, { limit: 3 })).toHaveLength(3)
    expect(await listCommunes(office, { limit: 5000 })).toHaveLength(1000)
    expect(await listCommunes(office, { q: 'Vụ Bản', province: '37' })).toMatchObject([
      { code: '13741', full_name: 'Xã Vụ Bản' },
    ])
    expect(await listCommunes(office, { q: '%' })).toHaveLength(1000)
  })

  test('a code that nobody bears on the day is refused', async () => {
    await expect(getCommune(office, { code: '99999', field: 'home' })).rejects.toMatchObject({
      code: 'places.commune_unknown',
      field: 'home',
    })
    const before = getCommune(office, { code: '13780', at: day('2025-07-01') })
    await expect(before).rejects.toMatchObject({ code: 'places.commune_unknown' })
  })
})

describe('what became of huyện Vụ Bản', () => {
  test.each([
    ['Thị trấn Gôi', '13741', 'Xã Vụ Bản', '13741'],
    ['Xã Kim Thái', '13780', 'Xã Vụ Bản', '13741'],
    ['Xã Tam Thanh', '13789', 'Xã Vụ Bản', '13741'],
    ['Xã Minh Tân', '13750', 'Xã Minh Tân', '13750'],
    ['Xã Cộng Hòa', '13762', 'Xã Minh Tân', '13750'],
    ['Xã Hiển Khánh', '13747', 'Xã Hiển Khánh', '13753'],
    ['Xã Hợp Hưng', '13753', 'Xã Hiển Khánh', '13753'],
    ['Xã Trung Thành', '13765', 'Xã Hiển Khánh', '13753'],
    ['Xã Quang Trung', '13768', 'Xã Hiển Khánh', '13753'],
    ['Xã Liên Minh', '13783', 'Xã Liên Minh', '13786'],
    ['Xã Đại Thắng', '13786', 'Xã Liên Minh', '13786'],
    ['Xã Vĩnh Hào', '13792', 'Xã Liên Minh', '13786'],
    ['Xã Đại An', '13756', 'Phường Thành Nam', '13699'],
    ['Xã Thành Lợi', '13777', 'Phường Trường Thi', '13777'],
  ])('%s (%s) became %s (%s)', async (oldName, oldCode, newName, newCode) => {
    const old = await getCommune(office, { code: oldCode, at: in2024 })
    expect(old).toMatchObject({
      full_name: oldName,
      district: 'Huyện Vụ Bản',
      province: 'Tỉnh Nam Định',
      valid_to: day('2025-07-01'),
    })
    expect(await listSuccessors(office, { code: oldCode, on: in2024 })).toMatchObject([
      { full_name: newName, code: newCode, province: 'Tỉnh Ninh Bình', district: null, main: true },
    ])
  })

  test('it had these fourteen communes', async () => {
    const nam = await listCommunes(office, { province: '36', at: in2024 })
    expect(nam.filter((it) => it.district === 'Huyện Vụ Bản')).toHaveLength(14)
  })
})

describe('what became of what', () => {
  test('a code that was used again is told apart by date', async () => {
    const then = await getCommune(office, { code: '13753', at: in2024 })
    const now = await getCommune(office, { code: '13753' })
    expect([then.full_name, now.full_name]).toEqual(['Xã Hợp Hưng', 'Xã Hiển Khánh'])
    expect([then.province, now.province]).toEqual(['Tỉnh Nam Định', 'Tỉnh Ninh Bình'])
  })

  test('a divided commune became several, the main one first', async () => {
    const became = await listSuccessors(office, { code: '00167', on: in2024 })
    expect(became.map(({ full_name, main }) => [full_name, main])).toEqual([
      ['Phường Cầu Giấy', true],
      ['Phường Nghĩa Đô', false],
    ])
  })

  test('two changes are followed to today, or to the day asked for', async () => {
    const now = await listSuccessors(office, { code: '25270', on: in2024 })
    const then = await listSuccessors(office, { code: '25270', on: in2024, at: day('2025-08-01') })
    expect(now.map((it) => it.full_name)).toEqual(['Phường Lộc Ninh'])
    expect(then.map((it) => it.full_name)).toEqual(['Xã Lộc Ninh'])
  })

  test('a commune that goes on is its own, and an unknown one became nothing', async () => {
    const same = await listSuccessors(office, { code: '13741', on: day('2026-01-01') })
    expect(same.map((it) => it.full_name)).toEqual(['Xã Vụ Bản'])
    expect(await listSuccessors(office, { code: '99999', on: in2024 })).toEqual([])
  })

  test('xã Vụ Bản was made from Gôi, Kim Thái and Tam Thanh', async () => {
    const made = await listPredecessors(office, { code: '13741' })
    expect(made.map((it) => [it.full_name, it.district, it.province])).toEqual([
      ['Thị trấn Gôi', 'Huyện Vụ Bản', 'Tỉnh Nam Định'],
      ['Xã Kim Thái', 'Huyện Vụ Bản', 'Tỉnh Nam Định'],
      ['Xã Tam Thanh', 'Huyện Vụ Bản', 'Tỉnh Nam Định'],
    ])
  })

  test('a unit that was gone before July 2025 is told by name only', async () => {
    const made = await listPredecessors(office, { code: '13777' })
    expect(made).toContainEqual({
      full_name: 'Xã Liên Bảo',
      district: 'Huyện Vụ Bản',
      province: 'Tỉnh Nam Định',
      code: null,
      valid_from: null,
      valid_to: null,
    })
  })

  test('every former commune became at least one of today, and each of today was something', async () => {
    const { rows } = await office.owner.query(
      `select
         (select count(*)::int from places.known_name n where not exists (
            select from places.known_name_stands_for s
             where s.known_name_id = n.id and s.valid_to is null)) as lost,
         (select count(*)::int from places.commune c where valid_to is null and not exists (
            select from places.known_name_stands_for s join places.known_name n on n.id = s.known_name_id
             where (s.code, s.valid_from) = (c.code, c.valid_from)
               and (n.code, n.valid_from) is distinct from (c.code, c.valid_from))) as foundlings`,
    )
    expect(rows).toEqual([{ lost: 0, foundlings: 0 }])
  })
})

describe('loading', () => {
  test('what is loaded is left alone, and loading anew changes nothing', async () => {
    const url = office.owner.options.connectionString!
    const state = async () =>
      (
        await office.owner.query(
          `select md5(string_agg(c::text, '' order by code, valid_from)) as communes,
                  (select md5(string_agg(n::text, '' order by id)) from places.known_name n) as names,
                  (select count(*)::int from places.succession) as successions
             from places.commune c`,
        )
      ).rows
    const before = await state()
    expect(await loadPlaces(url)).toBe(false)
    await office.owner.query("update places.dataset set version = 'older'")
    await office.owner.query("update places.commune set name = 'Sai' where code = '13741'")
    await office.owner.query('delete from places.succession')
    const both = await Promise.all([loadPlaces(url), loadPlaces(url)])
    expect(both.filter(Boolean)).toHaveLength(1)
    expect(await state()).toEqual(before)
  })

  test('the program may read the places and change nothing', async () => {
    const change = office.db.updateTable('places.commune').set({ name: 'Sai' }).execute()
    await expect(change).rejects.toThrow('permission denied')
    const removal = office.db.deleteFrom('places.province').execute()
    await expect(removal).rejects.toThrow('permission denied')
  })

  test('a code cannot mean two communes on one day', async () => {
    const twice = office.owner.query(
      `insert into places.commune (code, valid_from, kind, name, province_code)
       values ('13741', '2026-01-01', 'xa', 'Vụ Bản', '37')`,
    )
    await expect(twice).rejects.toThrow('commune_code_means_one_commune_on_a_day')
  })
})
