import { expect, test } from 'vitest'
import { need, useDesk } from '#test/desk.ts'
import { communes, procedures } from '#test/nation.ts'
import { at, otherOffice } from '#test/office.ts'
import {
  changeStatus,
  fileWithAuthority,
  handOverResult,
  markVneidStep,
  receiveRequest,
  withdrawRequest,
  type NewRequest,
  type Status,
} from './index.ts'

const desk = useDesk()
const morning = '2026-11-16T02:00:00Z'
let codes = 0

/** What the report says of a request that was filed and went these ways, each at its moment. */
async function reported(
  steps: [to: Status, at: string][] | null,
  differs: Partial<NewRequest> = {},
) {
  const ctx = at(desk.officer, '2026-12-31T02:00:00Z')
  const { id } = await receiveRequest(ctx, need({ receivedAt: new Date(morning), ...differs }))
  if (steps) {
    await fileWithAuthority(ctx, {
      requestId: id,
      filedAt: new Date(morning),
      externalCode: `G15.03-${String(++codes).padStart(6, '0')}`,
      portal: 'national',
      filingHelp: 'self_with_help',
      channel: 'online',
      resultDelivery: 'desk',
    })
    for (const [to, when] of steps) {
      const step = { requestId: id, at: new Date(when) }
      if (to === 10) await handOverResult(ctx, { ...step, toName: 'A', toRelation: 'self' })
      else await changeStatus(ctx, { ...step, to, note: 'Theo thông báo' })
    }
  }
  return { id, row: await read(id) }
}

const read = (id: string) =>
  desk.office.db
    .selectFrom('requests.request_report')
    .selectAll()
    .where('request_id', '=', id)
    .executeTakeFirstOrThrow()

const [monday, tuesday, wednesday, friday] = [
  '2026-11-16T03:00:00Z',
  '2026-11-17T03:00:00Z',
  '2026-11-18T03:00:00Z',
  '2026-11-20T03:00:00Z',
]

test.each<[string, [Status, string][] | null, string, boolean | null, boolean | null]>([
  ['on record only', null, 'preparing', null, null],
  ['filed, not received yet', [], 'in_progress', null, null],
  ['received', [[2, monday]], 'in_progress', null, true],
  ['not received', [[3, monday]], 'refused', null, false],
  ['withdrawn from the authority', [[7, monday]], 'withdrawn', null, null],
  [
    'asked for more',
    [
      [2, monday],
      [4, monday],
      [5, tuesday],
    ],
    'in_progress',
    null,
    false,
  ],
  [
    'stopped',
    [
      [2, monday],
      [4, monday],
      [8, tuesday],
    ],
    'stopped',
    null,
    true,
  ],
  [
    'finished in time',
    [
      [2, monday],
      [4, monday],
      [9, wednesday],
    ],
    'result_waiting',
    true,
    true,
  ],
  [
    'finished late and handed over',
    [
      [2, monday],
      [4, monday],
      [9, friday],
      [10, friday],
    ],
    'handed_over',
    false,
    true,
  ],
])('%s', async (_, steps, outcome, onTime, firstTimeRight) => {
  const { row } = await reported(steps)
  expect([row.outcome, row.on_time, row.first_time_right]).toEqual([
    outcome,
    onTime,
    firstTimeRight,
  ])
})

test('a row says procedure, authority, home and way of coming, and nobody’s name', async () => {
  const { id } = await reported([], {
    procedureCode: procedures.record,
    subject: { ...need().subject, fullName: 'Trịnh Thị Ẩn', commune: communes.saiGon },
    requester: { fullName: 'Trịnh Văn Hiện' },
    relation: 'father',
    came: 'by_relative',
  })
  const ctx = at(desk.officer, '2026-12-31T02:00:00Z')
  await markVneidStep(ctx, { requestId: id, step: 'password', state: 'done' })
  const row = await read(id)
  expect(row).toMatchObject({
    procedure_code: procedures.record,
    procedure_name: 'Phiếu thử',
    authority_key: 'test_police_province',
    authority_name: 'Công an tỉnh',
    home_kind: 'other_province',
    home_commune_name: 'Phường Sài Gòn',
    home_province_name: 'Thành phố Hồ Chí Minh',
    came: 'by_relative',
    by_proxy: true,
    channel: 'online',
    received_on: Temporal.PlainDate.from('2026-11-16'),
    filed_on: Temporal.PlainDate.from('2026-11-16'),
    due_on: Temporal.PlainDate.from('2026-11-26'),
    vneid_helped: true,
    extended: false,
    rated: false,
    trips_saved: 1,
    km_saved: 60,
  })
  expect(JSON.stringify(row)).not.toMatch(/Trịnh/)
})

test('a request withdrawn before filing counts as withdrawn', async () => {
  const { id } = await reported(null)
  await withdrawRequest(desk.officer, { requestId: id, reason: 'Thôi' })
  expect((await read(id)).outcome).toBe('withdrawn')
})

test('another office’s rows are not in it', async () => {
  await reported(null)
  const other = await otherOffice(desk.office)
  expect(await other.db.selectFrom('requests.request_report').selectAll().execute()).toEqual([])
})
