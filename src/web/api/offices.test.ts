import { beforeAll, expect, test } from 'vitest'
import { apiOf } from '#test/api.ts'
import { need } from '#test/desk.ts'
import { atDesk, planUntil, useSite } from '#test/site.ts'
import { receiveRequest } from '#src/modules/requests/index.ts'
import { cancelServiceDay } from '#src/modules/service-days/index.ts'

const site = useSite()
const ask = apiOf(site.office)

beforeAll(async () => {
  site.now = new Date('2026-11-16T01:00:00Z')
  const fridays = await planUntil(site, '2026-11-16', '2027-01-15')
  await cancelServiceDay(atDesk(site), { serviceDayId: fridays[1]!.id, reason: 'sửa hội trường' })
  site.now = new Date('2026-11-20T01:30:00Z')
  const subject = { ...need().subject, fullName: 'Trần Thị Kín', phone: '0912345678' }
  await receiveRequest(atDesk(site), need({ procedureCode: '1.004873', subject }))
})

test('the offices of this site are listed, and each says where it is', async () => {
  const { body } = await ask('/offices')
  expect(body.items).toHaveLength(1)
  expect(body.items[0]).toMatchObject({
    slug: 'vu-ban',
    name: 'Bộ phận Một cửa xã Vụ Bản',
    communeCode: '13741',
    phone: '02283820123',
    url: 'https://taicho.test/vu-ban',
  })
  expect((await ask('/offices/vu-ban?lang=en')).body).toMatchObject({
    name: 'One-stop desk of Vụ Bản commune',
    commune: 'Xã Vụ Bản',
    province: 'Tỉnh Ninh Bình',
    url: 'https://taicho.test/en/vu-ban',
  })
})

test('service days are told with place, hours and what can be done, cancelled ones too', async () => {
  const { body } = await ask('/offices/vu-ban/service-days')
  expect(body.items[0]).toMatchObject({
    date: '2026-11-20',
    programme: 'Ngày thứ 6 tại chỗ',
    state: 'planned',
    hours: { morning: { from: '07:30', to: '11:30' } },
    venue: { name: 'Hội trường UBND xã Vụ Bản' },
    capacity: 40,
    partners: ['Công an xã Vụ Bản'],
    procedures: [
      { code: '1.004873', sameDay: false },
      { code: '2.000635', sameDay: true },
    ],
  })
  expect(body.items[1]).toMatchObject({
    date: '2026-11-27',
    state: 'cancelled',
    reason: 'sửa hội trường',
  })
})

test('only the days of the range are given, and the first of January is held the day before', async () => {
  const { body } = await ask('/offices/vu-ban/service-days?from=2026-12-25&to=2027-01-07')
  expect(body.items.map((it) => it.date)).toEqual(['2026-12-25', '2026-12-31'])
  expect(body.items[1]!.holiday).toMatch(/Dương lịch/)
  const { status } = await ask('/offices/vu-ban/service-days?from=2027-01-02&to=2027-01-01')
  expect(status).toBe(400)
})

test('figures count the work of a period by procedure and by authority', async () => {
  const { body } = await ask('/offices/vu-ban/figures?from=2026-11-01&to=2026-11-30')
  expect(body).toMatchObject({
    from: '2026-11-01',
    to: '2026-11-30',
    total: { requests: 1, filed: 0 },
    byProcedure: [{ code: '1.004873', requests: 1 }],
    byMonth: [{ month: '2026-11', requests: 1 }],
    ratings: { count: 0, average: null },
  })
  expect((body.byAuthority as object[]).length).toBe(1)
})

test('without a period, figures are of this year until today', async () => {
  const { body } = await ask('/offices/vu-ban/figures')
  expect(body).toMatchObject({ from: '2026-01-01', to: '2026-11-20', total: { requests: 1 } })
})

test('a period that ends before it begins is refused', async () => {
  const { status, body } = await ask('/offices/vu-ban/figures?from=2026-12-01&to=2026-11-01')
  expect([status, body.error.code, body.error.field]).toEqual([
    400,
    'reports.period_backwards',
    'to',
  ])
})

test('an office that is none is not found, at any of its addresses', async () => {
  for (const address of ['', '/service-days', '/figures']) {
    const { status, body } = await ask(`/offices/khong-co${address}`)
    expect([status, body.error.code]).toEqual([404, 'api.office_unknown'])
  }
})

test('nobody is in any answer: no name, no phone, no officer', async () => {
  for (const path of ['/offices', '/offices/vu-ban', '/offices/vu-ban/service-days']) {
    const { body } = await ask(path)
    expect(JSON.stringify(body)).not.toMatch(/officer|Cán bộ|openedAt|closedAt|programmeId/)
  }
  const { body } = await ask('/offices/vu-ban/figures?from=2026-11-20&to=2026-11-20')
  expect(JSON.stringify(body)).not.toMatch(/Kín|0912|13741|birth|officer/)
})

test('the free times of a day are told, none of a day that is off, and an unknown day is refused', async () => {
  const days = (await ask('/offices/vu-ban/service-days?from=2026-11-20')).body.items
  const ahead = days.find((it) => it['date'] === '2026-12-04')!
  const off = days.find((it) => it['state'] === 'cancelled')!
  const times = (id: unknown, more = '') =>
    ask(`/offices/vu-ban/service-days/${String(id)}/free-times${more}`)

  const { body } = await times(ahead['id'], '?procedures=1.004873,2.000635')
  expect(body).toMatchObject({ date: '2026-12-04', state: 'free', minutes: 30 })
  expect(body.items[0]).toEqual({ from: '07:30', to: '08:00' })
  expect((await times(off['id'])).body).toMatchObject({ state: 'not_bookable', items: [] })
  expect((await times('01a20763-06dc-7f0c-80d5-2ac68f66c680')).status).toBe(404)
  expect((await times('khong-phai-ma')).status).toBe(400)
})
