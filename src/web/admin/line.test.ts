import { Kysely, PostgresDialect } from 'kysely'
import { beforeAll, expect, test } from 'vitest'
import type { DB } from '#src/base/database.generated.ts'
import { loadCatalogue } from '#src/modules/catalogue/index.ts'
import { readKeepDays } from '#src/modules/notices/index.ts'
import { listCounters } from '#src/modules/offices/index.ts'
import { listExpectedMinutes, readRules, usualRules } from '#src/modules/queue/index.ts'
import { writeNation } from '#test/nation.ts'
import { useOfficers } from '#test/officers-site.ts'

const site = useOfficers()
let cookie = ''

beforeAll(async () => {
  await writeNation(site.office.owner)
  await loadCatalogue(new Kysely<DB>({ dialect: new PostgresDialect({ pool: site.office.owner }) }))
  cookie = (await site.enter('office_admin')).cookie
})

const get = (path: string) => site.get(path, cookie)
const post = (path: string, form: Record<string, string | string[]>) =>
  site.post(path, form, { cookie })

const { priorities, ...numbers } = usualRules
const asTyped = {
  ...Object.fromEntries(Object.entries(numbers).map(([name, value]) => [name, String(value)])),
  'priorities[]': [...priorities] as string[],
}

test('the settings lead to the line, and the form shows what every office begins with', async () => {
  expect((await get('/quan-tri')).html).toContain('href="/quan-tri/xep-hang"')
  const page = await get('/quan-tri/xep-hang')
  expect(page.html).toMatch(/name="walkInPercent"[^>]*value="30"/)
  expect(page.html).toMatch(/value="15" selected/)
  expect(page.html).toMatch(/value="over_75" checked/)
  expect(page.text).toContain('không phải quy định của pháp luật')
})

test('the office keeps its own rules, and the form shows them from then on', async () => {
  const done = await post('/quan-tri/xep-hang', {
    ...asTyped,
    walkInPercent: '45',
    slotMinutes: '20',
    'priorities[]': ['disabled', 'pregnant'],
  })
  expect(done.location).toBe('/quan-tri/xep-hang?xong=da-sua')
  expect(await readRules(site.owner())).toEqual({
    ...usualRules,
    ...{ walkInPercent: 45, slotMinutes: 20, priorities: ['disabled', 'pregnant'] },
  })
  const page = await get(done.location!)
  expect(page.text).toContain('Đã lưu thay đổi.')
  expect(page.html).toMatch(/name="walkInPercent"[^>]*value="45"/)
  expect(page.html).not.toMatch(/value="over_75" checked/)
})

test.each([
  ['walkInPercent', '101', 'Nhập số từ 0 đến 100.'],
  ['holdMinutes', '0', 'Nhập số từ 1 đến 30.'],
  ['nearPlaces', 'ba', 'Nhập số từ 1 đến 20.'],
  ['slotMinutes', '7', 'Chọn 5, 10, 15, 20, 30 hoặc 60 phút.'],
])('a %s of %s is refused beside it, and what was typed stays', async (field, typed, said) => {
  const before = await readRules(site.owner())
  const page = await post('/quan-tri/xep-hang', { ...asTyped, [field]: typed, horizonDays: '44' })
  expect(page.status).toBe(422)
  expect(page.html).toContain(`href="#o-${field}"`)
  expect(page.html).toContain(`id="o-${field}-error">${said}`)
  expect(page.html).toMatch(/name="horizonDays"[^>]*value="44"/)
  expect(await readRules(site.owner())).toEqual(before)
})

test('names are kept as many days as the office says', async () => {
  const done = await post('/quan-tri/xep-hang/giu', { keepDays: '60' })
  expect(done.location).toBe('/quan-tri/xep-hang?xong=da-sua')
  expect(await readKeepDays(site.owner())).toBe(60)
  const wrong = await post('/quan-tri/xep-hang/giu', { keepDays: '3' })
  expect(wrong.html).toMatch(/id="o-keepDays-error">Số ngày giữ phải từ 7/)
})

test('procedures are given their minutes, and emptied take the usual again', async () => {
  const page = await get('/quan-tri/xep-hang/thoi-gian')
  expect(page.text).toContain('Chưa đo được')
  await post('/quan-tri/xep-hang/thoi-gian', { 'p_1.004873': '20', 'p_2.000635': '10' })
  expect(await listExpectedMinutes(site.owner())).toEqual([
    { procedureCode: '1.004873', minutes: 20 },
    { procedureCode: '2.000635', minutes: 10 },
  ])
  await post('/quan-tri/xep-hang/thoi-gian', { 'p_1.004873': '', 'p_2.000635': '10' })
  expect(await listExpectedMinutes(site.owner())).toHaveLength(1)
})

test('of several minutes that are typed all are saved or none', async () => {
  const page = await post('/quan-tri/xep-hang/thoi-gian', { 'p_1.004873': '25', 'p_2.000635': '3' })
  expect(page.status).toBe(422)
  expect(page.html).toMatch(/id="o-p_2-000635-error">Nhập từ 5 đến 240 phút/)
  expect(page.html).toMatch(/name="p_1.004873"[^>]*value="25"/)
  expect(await listExpectedMinutes(site.owner())).toEqual([
    { procedureCode: '2.000635', minutes: 10 },
  ])
  const unknown = await post('/quan-tri/xep-hang/thoi-gian', { code: '9.999999', minutes: '15' })
  expect(unknown.html).toMatch(/id="o-code-error">Có thủ tục không có trong danh mục/)
})

test('a counter is added by the number on its sign, renamed, and put out of use', async () => {
  const added = await post('/quan-tri/xep-hang/quay', { number: '1', name: 'Tư pháp' })
  expect((await get(added.location!)).text).toContain('Quầy 1')
  const twice = await post('/quan-tri/xep-hang/quay', { number: '1', name: 'Khác' })
  expect(twice.html).toMatch(/id="o-number-error">Đã có quầy số 1/)
  const wrong = await post('/quan-tri/xep-hang/quay', { number: '100', name: 'Xa' })
  expect(wrong.html).toMatch(/id="o-number-error">Nhập số quầy từ 1 đến 99/)
  const nameless = await post('/quan-tri/xep-hang/quay', { number: '2', name: ' ' })
  expect(nameless.html).toMatch(/id="o-name-error">Đặt tên cho quầy/)

  expect((await post('/quan-tri/xep-hang/quay/1', { name: '' })).status).toBe(422)
  await post('/quan-tri/xep-hang/quay/1', { name: 'Hộ tịch' })
  expect(await listCounters(site.owner())).toMatchObject([
    { number: 1, name: 'Hộ tịch', inUse: false },
  ])
  expect((await get('/quan-tri/xep-hang/quay/9')).status).toBe(404)
})

test('only who keeps the settings finds these doors open, in both languages', async () => {
  const pages = ['', '/thoi-gian', '/quay'].map((it) => `/quan-tri/xep-hang${it}`)
  const officer = await site.enter('officer')
  for (const page of pages) {
    expect((await site.get(page, officer.cookie)).status).toBe(403)
    expect((await get(`/en${page}`)).status).toBe(200)
  }
})
