import { X509Certificate } from 'node:crypto'
import { beforeAll, expect, test } from 'vitest'
import { createSealer } from '#src/base/sealed.ts'
import { enterOffice } from '#src/base/world.ts'
import { findBrokenLink } from '#src/modules/audit/index.ts'
import { listCopies, readBook } from '#src/modules/certification/index.ts'
import { signIn } from '#src/modules/identity/index.ts'
import { findOfficeBySlug } from '#src/modules/offices/index.ts'
import { listAppointments, listWishes } from '#src/modules/queue/index.ts'
import { readLineFigures, readReport, suggestCapacity } from '#src/modules/reports/index.ts'
import { readDayList } from '#src/modules/requests/index.ts'
import { listServiceDays } from '#src/modules/service-days/index.ts'
import { checkReadiness, listKeys } from '#src/modules/signing/index.ts'
import type { Ctx } from '#src/base/ctx.ts'
import { loadDemo } from '../demo/load-demo.ts'
import { demoSignIns } from '../demo/people.ts'
import { loadNationalData } from '#src/cli/load-national-data.ts'
import { useOffice } from './office.ts'

const house = useOffice()
const now = new Date('2026-11-23T03:00:00Z')
let ctx: Ctx
let world: { database: typeof house.database; sealer: ReturnType<typeof createSealer>; now: Date }

const date = (text: string) => Temporal.PlainDate.from(text)
const eightMonths = { from: date('2024-05-01'), to: date('2024-12-31') }

beforeAll(async () => {
  await house.owner.query('delete from offices.office')
  await loadNationalData(house.owner.options.connectionString!)
  world = { database: house.database, sealer: createSealer(Buffer.alloc(32, 7)), now }
  await loadDemo(world)
  const office = await findOfficeBySlug({ db: house.database.nation }, 'vu-ban')
  ctx = enterOffice(world, office!.id, { kind: 'system', job: 'test' })
})

test('the report of the eight months says 27 = 11 + 2 + 2 + 8 + 4, as the newspaper counted', async () => {
  const report = await readReport(ctx, eightMonths)

  const counts = Object.fromEntries(report.procedures.map((it) => [it.key, it.requests]))
  expect(report.total.requests).toBe(27)
  expect(counts).toEqual({
    '2.000488': 11,
    '1.004873': 2,
    '2.000635': 2,
    '1.002809': 8,
    '1.001456': 4,
  })
})

test('the two marital-status certificates are for people in TP. Hồ Chí Minh and Lai Châu', async () => {
  const report = await readReport(ctx, eightMonths)
  const homes = report.homes.map((it) => it.label.vi).join(' · ')
  expect(homes).toContain('Hồ Chí Minh')
  expect(homes).toContain('Lai Châu')
})

test('today the desk has something under every heading but one', async () => {
  const list = await readDayList(ctx)
  const filled = Object.entries(list).filter(([, it]) => Array.isArray(it) && it.length > 0)
  expect(filled.map(([heading]) => heading)).toEqual(
    expect.arrayContaining(['reopened', 'overdue', 'awaitingCitizen', 'resultWaiting', 'notFiled']),
  )
})

test('everybody who is printed can sign in', async () => {
  for (const { login, password } of demoSignIns) {
    expect(await signIn(world, { login, password })).toMatchObject({ kind: 'in' })
  }
})

test('the line was kept on the last weeks’ days, so that its figures have something to say', async () => {
  const weeks = { from: date('2026-09-28'), to: date('2026-11-22') }
  const { total, days, needs } = await readLineFigures(ctx, weeks)
  expect(days.length).toBe(5)
  expect(total.visits).toBeGreaterThan(80)
  expect(total.noShows.count).toBe(days.length)
  expect(total.waited.median).toBeGreaterThan(0)
  expect(total.service.ninetieth).toBeGreaterThan(total.service.median!)
  expect(needs.filter((it) => it.need.kind === 'procedure').length).toBeGreaterThanOrEqual(6)
  expect(suggestCapacity(days, { minutes: 450, counters: 2 })).not.toBeNull()
})

test('the next days have appointments, a group, and people who wait for a seat', async () => {
  const days = await listServiceDays(ctx, { from: date('2026-11-24'), to: date('2026-12-20') })
  const [next, after] = days.filter((day) => day.state === 'planned')
  const booked = await listAppointments(ctx, { serviceDayId: next!.id })
  expect(booked.map((it) => it.through)).toContain('web')
  expect(booked).toHaveLength(6)
  const [group] = await listAppointments(ctx, { serviceDayId: after!.id })
  expect(group).toMatchObject({ party: 20, organisation: 'Công ty may (mẫu)' })
  expect(await listWishes(ctx, { serviceDayId: after!.id })).toHaveLength(2)
})

test('the trail of the demo office is whole, and a second start loads nothing', async () => {
  const count = () => house.owner.query('select count(*)::int as n from requests.request')
  const before = (await count()).rows[0].n
  expect(await loadDemo(world)).toBe(true)
  expect((await count()).rows[0].n).toBe(before)
  expect(await findBrokenLink(ctx)).toBeNull()
})

test('nobody whom the newspaper names appears', async () => {
  const { rows } = await house.owner.query(
    `select full_name from requests.person union select full_name from identity.officer`,
  )
  const names = rows.map((row: { full_name: string }) => row.full_name)
  expect(names.filter((it) => /Trần Thị Hằng|Trần Thu Hằng|Nguyễn Hương/.test(it))).toEqual([])
})

test('certified copies stand at every step, with a book and fees of the day', async () => {
  const copies = await listCopies(ctx, {})
  expect(copies.map((it) => [it.state, it.delivered !== null])).toEqual([
    ['issued', true],
    ['issued', true],
    ['issued', false],
    ['compared', false],
    ['asked', false],
  ])
  const { totals } = await readBook(ctx, { year: 2026, medium: 'paper' })
  expect(totals).toMatchObject({ numbers: 3, copies: 4 })
  const month = await readReport(ctx, { from: date('2026-11-01'), to: date('2026-11-30') })
  expect(month.copies).toMatchObject([
    { medium: 'electronic', numbers: 0, copies: 0, feeVnd: 0 },
    { medium: 'paper', numbers: 3, copies: 4 },
  ])
})

test('the chairman and the seal of the demo have keys that sign, made here and named worthless', async () => {
  expect(await checkReadiness(ctx)).toMatchObject({ canSign: true, canSeal: true })
  const keys = await listKeys(ctx)
  expect(keys.map((it) => [it.holderId === null, it.subject])).toEqual(
    expect.arrayContaining([
      [false, 'Đặng Văn Mẫu (đơn vị mẫu)'],
      [true, 'Ủy ban nhân dân xã Vụ Bản (đơn vị mẫu)'],
    ]),
  )
  const { rows } = await house.owner.query<{ certificate: Buffer }>(
    'select certificate from signing.root union select certificate from signing.key',
  )
  const subjects = rows.map((it) => new X509Certificate(it.certificate).subject)
  expect(subjects.filter((it) => !it.includes('không có giá trị pháp lý'))).toEqual([])
})
