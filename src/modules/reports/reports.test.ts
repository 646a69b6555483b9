import { randomUUID } from 'node:crypto'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { words } from '#src/words/index.ts'
import { eightMonths } from '#test/eight-months.ts'
import { asOfficer, at, useOffice } from '#test/office.ts'
import { writeReceived, type Received } from '#test/received.ts'
import { crossTable, findReportedSpan, readPublicFigures, readReport } from './index.ts'

const office = useOffice()
const year2024 = period('2024-05-01', '2024-12-31')

/** A request of a procedure of its own, in a period of its own, so that no test sees another's. */
const one: Received = {
  receivedOn: '2025-03-07',
  procedureCode: '2.000635',
  procedureName: 'Trích lục hộ tịch',
  authorityKey: 'ubnd_xa',
  authorityName: 'Ủy ban nhân dân cấp xã',
}

describe('the eight months of 2024', () => {
  beforeAll(() => writeReceived(office.owner, office.officeId, eightMonths))

  test('the report says 27 = 11 + 2 + 2 + 8 + 4', async () => {
    const report = await readReport(chairman(), year2024)

    expect(report.total.requests).toBe(27)
    expect(report.procedures.map((it) => [it.label.vi, it.requests])).toEqual([
      ['Phiếu lý lịch tư pháp', 11],
      ['Đổi giấy phép lái xe', 8],
      ['Hộ chiếu phổ thông', 4],
      ['Trích lục hộ tịch', 2],
      ['Xác nhận tình trạng hôn nhân', 2],
    ])
  })

  test('the same 27 by the authority that received them, and by both at once', async () => {
    const { authorities, cross } = await readReport(chairman(), year2024)

    expect(authorities.map((it) => [it.label.vi, it.requests])).toEqual([
      ['Sở Tư pháp', 11],
      ['Sở Giao thông vận tải', 8],
      ['Công an tỉnh', 4],
      ['Ủy ban nhân dân xã, phường, thị trấn', 4],
    ])
    expect(cross.lines.map((line) => line.total)).toEqual([11, 8, 4, 2, 2])
    expect(cross.columns.map((column) => column.total)).toEqual([11, 8, 4, 4])
    expect(cross.cells).toEqual([
      [11, 0, 0, 0],
      [0, 8, 0, 0],
      [0, 0, 4, 0],
      [0, 0, 0, 2],
      [0, 0, 0, 2],
    ])
    expect(cross.total).toBe(27)
  })

  test('the two marriage statuses are for people in Ho Chi Minh City and Lai Châu', async () => {
    const report = await readReport(chairman(), year2024)

    const far = report.homes.filter((home) => home.kind === 'other_province')
    expect(far.map((home) => [home.label.vi, home.procedures.map((it) => it.label.vi)])).toEqual([
      ['Thành phố Hồ Chí Minh', ['Xác nhận tình trạng hôn nhân']],
      ['Tỉnh Lai Châu', ['Xác nhận tình trạng hôn nhân']],
    ])
    expect(report.provinces.map((it) => [it.label.vi, it.requests])).toContainEqual([
      'Tỉnh Lai Châu',
      1,
    ])
    const marriages = report.rows.filter((row) => row.procedure.code === '1.004873')
    expect(marriages.map((row) => [row.came.key, row.homeKind.key, row.requests])).toEqual([
      ['by_relative', 'other_province', 1],
      ['remote', 'other_province', 1],
    ])
  })

  test('every way of counting adds up to 27', async () => {
    const report = await readReport(chairman(), year2024)

    const groups = [report.rows, report.procedures, report.authorities, report.homeKinds]
    const more = [report.coming, report.outcomes, report.months, report.provinces, report.homes]
    for (const group of [...groups, ...more, report.heard]) {
      expect(group.reduce((sum, it) => sum + it.requests, 0)).toBe(27)
    }
    expect(crossTable(report.rows, 'homeKind', 'came').total).toBe(27)
    expect(report.months.map((month) => month.key)).toEqual(
      ['05', '06', '07', '08', '09', '10', '11', '12'].map((month) => `2024-${month}`),
    )
  })

  test('trips, kilometres and hours saved are added up exactly', async () => {
    const { total } = await readReport(chairman(), year2024)
    expect(total.saved).toEqual({ trips: 54, km: 823.5, hours: 45 })
  })
})

test('the first and the last day on which something was received are known', async () => {
  const newcomer = newOffice()
  expect(await findReportedSpan(newcomer)).toBeNull()

  await writeReceived(office.owner, newcomer.officeId, eightMonths)
  const span = await findReportedSpan(newcomer)
  expect([String(span?.from), String(span?.to)]).toEqual(['2024-05-03', '2024-11-15'])
})

test('a period without requests has zeros, and no share of nothing', async () => {
  const report = await readReport(chairman(), period('2019-01-01', '2019-02-28'))

  expect(report.total.requests).toBe(0)
  expect(report.total.onTime).toEqual({ count: 0, of: 0, share: null })
  expect(report.total.firstTimeRight.share).toBeNull()
  expect(report.total.saved).toEqual({ trips: 0, km: 0, hours: 0 })
  expect(report.turnaround).toEqual({ results: 0, medianDays: null, ninetiethDays: null })
  expect(report.ratings).toMatchObject({ count: 0, average: null, satisfied: { share: null } })
  expect(report.rows).toEqual([])
  expect(report.cross).toMatchObject({ lines: [], columns: [], cells: [], total: 0 })
  expect(report.months.map((month) => month.requests)).toEqual([0, 0])
  expect(report.summary.total.received.total).toBe(0)
})

test('the requests of another office are never counted', async () => {
  const neighbour = randomUUID()
  await writeReceived(office.owner, neighbour, [
    { ...one, receivedOn: '2023-04-07', rating: stars(5) },
  ])
  const asked = period('2023-04-01', '2023-04-30')

  const ours = await readReport(chairman(), asked)
  expect([ours.total.requests, ours.ratings.count, ours.summary.total.received.total]).toEqual([
    0, 0, 0,
  ])
  const theirs = { ...chairman(), officeId: neighbour, db: office.database.forOffice(neighbour) }
  expect((await readReport(theirs, asked)).total.requests).toBe(1)
  // A wrong office in the question is stopped by the database all the same.
  const mistaken = { ...chairman(), officeId: neighbour }
  expect((await readReport(mistaken, asked)).total.requests).toBe(0)
})

test('requests of the first and the last day are in, of the days beside them out', async () => {
  const days = ['2022-01-31', '2022-02-01', '2022-02-28', '2022-03-01']
  await write(days.map((day) => Object.assign({}, one, { receivedOn: day })))

  const report = await readReport(chairman(), period('2022-02-01', '2022-02-28'))
  expect(report.total.requests).toBe(2)
})

test('on time is counted of results that had a due date only', async () => {
  const march = { ...one, receivedOn: '2022-03-04', status: 10 }
  await write([
    { ...march, resultOn: '2022-03-08', dueOn: '2022-03-09' },
    { ...march, resultOn: '2022-03-09', dueOn: '2022-03-09' },
    { ...march, resultOn: '2022-03-10', dueOn: '2022-03-09' },
    { ...march, resultOn: '2022-03-30' },
    { ...march, status: 4, dueOn: '2022-03-09' },
  ])

  const { total, turnaround } = await readReport(chairman(), period('2022-03-02', '2022-03-31'))
  expect(total.onTime).toEqual({ count: 2, of: 3, share: 2 / 3 })
  expect(turnaround).toEqual({ results: 4, medianDays: 5, ninetiethDays: 26 })
})

test('right the first time is counted of those that the authority answered', async () => {
  const april = { ...one, receivedOn: '2022-04-01' }
  await write([
    { ...april, status: 10, resultOn: '2022-04-05' },
    { ...april, status: 4, supplement: true },
    { ...april, status: 3 },
    { ...april, status: 1 },
    { ...april, status: 7 },
    april,
  ])

  const { total, outcomes } = await readReport(chairman(), period('2022-04-01', '2022-04-30'))
  expect(total.firstTimeRight).toEqual({ count: 1, of: 3, share: 1 / 3 })
  expect(total).toMatchObject({ requests: 6, filed: 5, finished: 1 })
  const counted = Object.fromEntries(outcomes.map((it) => [it.key, it.requests]))
  expect(counted).toEqual({
    preparing: 1,
    in_progress: 2,
    result_waiting: 0,
    handed_over: 1,
    refused: 1,
    stopped: 0,
    withdrawn: 1,
  })
})

test('what waits is told by whom it waits for', async () => {
  const may = { ...one, receivedOn: '2022-05-06' }
  await write([
    may,
    { ...may, status: 2, dueOn: '2022-05-12' },
    { ...may, status: 4, dueOn: '2030-01-01' },
    { ...may, status: 5, dueOn: '2022-05-12' },
    { ...may, status: 6 },
    { ...may, status: 9, resultOn: '2022-05-12' },
    { ...may, status: 10, resultOn: '2022-05-12' },
  ])

  const { waiting } = await readReport(chairman(), period('2022-05-01', '2022-05-31'))
  expect(waiting).toEqual({
    preparing: 1,
    withAuthority: 2,
    withPerson: 2,
    toCollect: 1,
    overdue: 2,
  })
})

test('ratings are averaged by question, on the day they were given', async () => {
  const june = { ...one, receivedOn: '2022-06-03', status: 10, resultOn: '2022-06-06' }
  await write([
    { ...june, rating: { guidance: 5, speed: 5, attitude: 5, returns: 0, online: true } },
    { ...june, rating: { guidance: 4, speed: 3, attitude: 5, returns: 1, online: true } },
    {
      ...june,
      rating: { guidance: 2, speed: 1, attitude: 3, returns: 3, online: false },
      lowAnswered: true,
    },
    { ...june, rating: stars(1), ratedOn: '2022-07-01' },
    june,
  ])

  const { ratings, rated } = await readReport(chairman(), period('2022-06-01', '2022-06-30'))
  expect(ratings.count).toBe(3)
  expect(ratings.average).toBeCloseTo(33 / 9)
  expect(ratings.satisfied).toEqual({ count: 2, of: 3, share: 2 / 3 })
  expect(ratings.low).toBe(1)
  expect(ratings.lowAnswered).toEqual({ count: 1, of: 1, share: 1 })
  expect(ratings.filedOnline.count).toBe(2)
  expect(ratings.questions.map((it) => [it.key, it.average, it.stars])).toEqual([
    ['guidance', 11 / 3, [0, 1, 0, 1, 1]],
    ['speed', 3, [1, 0, 1, 0, 1]],
    ['attitude', 13 / 3, [0, 0, 1, 0, 2]],
  ])
  expect(ratings.returns.map((it) => it.count)).toEqual([1, 1, 0, 1])
  expect(rated).toEqual({ count: 4, of: 5, share: 0.8 })
})

test('an authority that changed its name stands in the report under both', async () => {
  const day = { ...one, receivedOn: '2022-08-05' }
  await write([day, { ...day, authorityName: 'Ủy ban nhân dân xã, phường, thị trấn' }])

  const report = await readReport(chairman(), period('2022-08-01', '2022-08-31'))
  expect(report.authorities.map((it) => it.authorityKey)).toEqual(['ubnd_xa', 'ubnd_xa'])
  expect(report.cross.columns).toHaveLength(2)
  expect(report.procedures).toHaveLength(1)
})

test('who asked how people heard counts those who did not say, too', async () => {
  const day = { ...one, receivedOn: '2022-09-02' }
  await write([{ ...day, heard: 'loudspeaker' }, { ...day, heard: 'loudspeaker' }, day])

  const { heard } = await readReport(chairman(), period('2022-09-01', '2022-09-30'))
  const counts = Object.fromEntries(heard.map((it) => [it.key, it.requests]))
  expect(counts).toMatchObject({ loudspeaker: 2, zalo: 0, unsaid: 1 })
})

test('ten thousand requests and great sums are counted exactly', async () => {
  const many = Array.from({ length: 10_000 }, (_, i) => ({
    ...one,
    receivedOn: Temporal.PlainDate.from('2021-01-01')
      .add({ days: i % 365 })
      .toString(),
    authorityName: `Cơ quan ${i % 7}`,
    status: 10,
    resultOn: '2022-01-31',
    trips: 300,
    km: 99_999.9,
    minutes: 100_001,
  }))
  await write(many)

  const { total, rows, months } = await readReport(chairman(), period('2021-01-01', '2021-12-31'))
  expect(total.requests).toBe(10_000)
  expect(total.saved).toEqual({ trips: 3_000_000, km: 999_999_000, hours: 16_666_833.33 })
  expect(rows).toHaveLength(7)
  expect(months).toHaveLength(12)
})

test('the one-stop summary adds up: received is finished, in progress, paused and returned', async () => {
  const stranger = newOffice()
  const august = { ...one, receivedOn: '2025-08-08', filedOn: '2025-08-08' }
  const september = { ...one, receivedOn: '2025-09-05', filedOn: '2025-09-05' }
  await writeReceived(office.owner, stranger.officeId, [
    // Before the period: finished before it, in it, after it; still open; refused.
    { ...august, status: 10, dueOn: '2025-08-15', resultOn: '2025-08-15' },
    { ...august, status: 10, dueOn: '2025-08-15', resultOn: '2025-09-10' },
    { ...august, status: 9, dueOn: '2025-10-10', resultOn: '2025-10-10' },
    { ...august, status: 4, dueOn: '2025-08-15', channel: 'post' },
    { ...august, status: 3 },
    // Received before it, filed in it.
    { ...august, filedOn: '2025-09-02', status: 3 },
    // In it.
    { ...september, status: 10, dueOn: '2025-09-12', resultOn: '2025-09-10' },
    { ...september, status: 10, dueOn: '2025-09-12', resultOn: '2025-09-12', channel: 'post' },
    { ...september, status: 10, resultOn: '2025-09-20', channel: 'in_person' },
    { ...september, status: 5, dueOn: '2025-09-12' },
    { ...september, status: 8 },
    { ...september, status: 7 },
    { ...one, receivedOn: '2025-09-05' },
    // After it.
    { ...one, receivedOn: '2025-10-03', status: 4 },
  ])

  const { summary } = await readReport(stranger, period('2025-09-01', '2025-09-30'))
  expect(summary.asOf.toString()).toBe('2025-09-30')
  expect(summary.total).toEqual({
    received: {
      total: 10,
      carriedOver: 3,
      inPeriod: { total: 7, online: 5, inPerson: 1, post: 1 },
    },
    finished: { total: 4, early: 1, onTime: 2, late: 1 },
    inProgress: { total: 2, onTime: 1, overdue: 1 },
    paused: { total: 2, onTime: 1, overdue: 1 },
    returned: 2,
  })
  expect(summary.rows).toHaveLength(1)
  expect(summary.rows[0]).toMatchObject(summary.total)
})

describe('what is asked for', () => {
  test('a citizen cannot read the report, and sees what is published', async () => {
    await expect(readReport(office, year2024)).rejects.toMatchObject({
      code: 'identity.not_allowed',
    })
    const figures = await readPublicFigures(office, year2024)
    expect(figures.total.requests).toBe(27)
    // Of so few people a commune's name would tell who they are.
    expect(JSON.stringify(figures)).not.toContain('Tam Thanh')
    expect(JSON.stringify(figures)).not.toContain('Lai Châu')
  })

  test('a period that ends before it begins is refused', async () => {
    await expect(readReport(chairman(), period('2024-05-02', '2024-05-01'))).rejects.toMatchObject({
      code: 'reports.period_backwards',
      field: 'to',
    })
  })

  test('a period of more than twenty years is refused', async () => {
    const long = period('2004-05-01', '2024-05-02')
    await expect(readPublicFigures(office, long)).rejects.toMatchObject({
      code: 'reports.period_too_long',
      params: { years: 20 },
    })
  })
})

describe('words', () => {
  const lists = {
    'requests.home_kind': words.vi.requests.homes,
    'requests.coming': words.vi.requests.coming,
    'reach.channel': words.vi.reach.channels,
    'service_days.state': words.vi.serviceDays.states,
  }
  let labels: Record<string, string[]>
  beforeEach(async () => {
    const { rows } = await office.owner.query<{ type: string; labels: string[] }>(
      `select enumtypid::regtype::text as type, array_agg(enumlabel::text) as labels
         from pg_enum group by 1`,
    )
    labels = Object.fromEntries(rows.map((row) => [row.type, row.labels]))
  })

  test.each(Object.keys(lists))('every value of %s has a word', (type) => {
    const list = lists[type as keyof typeof lists]
    expect(Object.keys(list).sort()).toEqual(labels[type]!.sort())
  })
})

function chairman() {
  return at(asOfficer(office, ['reports.read']), '2026-11-20T01:30:00Z')
}

function newOffice() {
  const officeId = randomUUID()
  return { ...chairman(), officeId, db: office.database.forOffice(officeId) }
}

function write(requests: readonly Received[]): Promise<void> {
  return writeReceived(office.owner, office.officeId, requests)
}

function period(from: string, to: string) {
  return { from: Temporal.PlainDate.from(from), to: Temporal.PlainDate.from(to) }
}

function stars(count: number) {
  return { guidance: count, speed: count, attitude: count, returns: 0, online: true }
}
