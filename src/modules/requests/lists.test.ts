import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import { need, newPhone, useDesk } from '#test/desk.ts'
import { communes, procedures } from '#test/nation.ts'
import { at, hiredAs, otherOffice } from '#test/office.ts'
import type { Ctx } from '#src/base/ctx.ts'
import {
  changeStatus,
  fileWithAuthority,
  handOverResult,
  listRequests,
  markRated,
  readDayList,
  readServiceDayFigures,
  receiveRequest,
  settleReopened,
  withdrawRequest,
  type NewRequest,
  type RequestFilter,
  type Status,
} from './index.ts'

const desk = useDesk()
const day = (iso: string) => Temporal.PlainDate.from(iso)
let codes = 0

/** Received and, with statuses, filed on a morning of its own. */
async function received(
  on: string,
  steps: Status[] = [],
  differs: Partial<NewRequest> = {},
  officer: Ctx = desk.officer,
): Promise<{ id: string; code: string; externalCode: string }> {
  const ctx = at(officer, `${on}T02:00:00Z`)
  const { id, code } = await receiveRequest(ctx, need(differs))
  const externalCode = `G15.01-${String(++codes).padStart(6, '0')}`
  if (steps.length > 0)
    await fileWithAuthority(ctx, {
      requestId: id,
      externalCode,
      portal: 'national',
      filingHelp: 'self_with_help',
      channel: 'online',
      resultDelivery: 'desk',
      status: 2,
    })
  for (const to of steps)
    if (to === 10) await handOverResult(ctx, { requestId: id, toName: 'A', toRelation: 'self' })
    else if (to !== 2) await changeStatus(ctx, { requestId: id, to, note: 'Theo thông báo' })
  return { id, code, externalCode }
}

describe('the list of requests', () => {
  const made: Record<string, string> = {}
  const phone = newPhone()
  beforeAll(async () => {
    const add = async (name: string, ...how: Parameters<typeof received>) => {
      made[name] = (await received(...how)).id
    }
    await add('unfiled', '2025-08-04')
    await add('late', '2025-08-05', [2])
    await add('supplement', '2025-08-06', [2, 4, 5])
    await add('result', '2025-08-07', [2, 4, 9])
    await add('done', '2025-08-08', [2, 4, 9, 10], { procedureCode: procedures.record })
    await add('named', '2025-08-11', [], {
      subject: { fullName: 'Đặng Thị Khế', birthYear: 1970, phone, commune: communes.saiGon },
    })
    const colleague = await hiredAs(desk.office, 'officer')
    await add('colleague', '2025-08-12', [2], {}, colleague)
  })
  const listed = async (filter: RequestFilter, on = '2025-09-01') => {
    const ctx = at(desk.officer, `${on}T02:00:00Z`)
    const names = new Map(Object.entries(made).map(([name, id]) => [id, name]))
    const within = { from: day('2025-08-01'), to: day('2025-08-31') }
    const { items } = await listRequests(ctx, { ...within, ...filter })
    return items.map((it) => names.get(it.id))
  }

  test.each<[string, RequestFilter, string[]]>([
    [
      'all, the newest first',
      {},
      ['colleague', 'named', 'done', 'result', 'supplement', 'late', 'unfiled'],
    ],
    [
      'not finished',
      { state: 'open' },
      ['colleague', 'named', 'result', 'supplement', 'late', 'unfiled'],
    ],
    ['with the desk', { state: 'unfiled' }, ['named', 'unfiled']],
    ['filed', { state: 'filed' }, ['colleague', 'result', 'supplement', 'late']],
    ['waiting for the person', { state: 'awaiting_citizen' }, ['supplement']],
    ['overdue', { state: 'overdue' }, ['colleague', 'late']],
    ['with a result', { state: 'result_waiting' }, ['result']],
    ['finished', { state: 'ended' }, ['done']],
    ['of one procedure', { procedureCode: procedures.record }, ['done']],
    ['of some days', { from: day('2025-08-05'), to: day('2025-08-06') }, ['supplement', 'late']],
    ['by a part of the name', { text: 'thi khe' }, ['named']],
    ['by the phone', { text: phone }, ['named']],
    ['by a text that nobody bears', { text: '100%' }, []],
    ['my own', { mine: true, state: 'filed' }, ['result', 'supplement', 'late']],
  ])('%s', async (_, filter, expected) => {
    expect(await listed(filter)).toEqual(expected)
  })

  test('by our code and by the authority’s', async () => {
    const it = await received('2025-10-01', [2])
    const found = async (text: string) =>
      (await listRequests(desk.officer, { text })).items.map((item) => item.id)
    expect(await found(it.code.toLowerCase().replaceAll('-', ''))).toEqual([it.id])
    expect(await found(it.externalCode.toLowerCase())).toEqual([it.id])
  })

  test('of another office is empty, and nobody’s without the right', async () => {
    const stranger = await hiredAs(await otherOffice(desk.office), 'officer')
    expect((await listRequests(stranger)).items).toEqual([])
    await expect(listRequests(desk.office)).rejects.toMatchObject({ code: 'identity.not_allowed' })
    await expect(readDayList(desk.office)).rejects.toMatchObject({ code: 'identity.not_allowed' })
  })
})

describe('what the officer must not forget', () => {
  test('each request stands under the first heading that fits', async () => {
    const other = await otherOffice(desk.office)
    const officer = await hiredAs(other, 'officer')
    const add = async (...how: Parameters<typeof received>) =>
      (await received(how[0], how[1], how[2], officer)).id
    const made = {
      overdue: await add('2026-11-09', [2]),
      dueSoon: await add('2026-11-17', [2]),
      notYet: await add('2026-11-19', [2], { procedureCode: procedures.record }),
      awaitingCitizen: await add('2026-11-09', [2, 4, 5]),
      resultWaiting: await add('2026-11-09', [2, 4, 9]),
      notFiled: await add('2026-11-13'),
      fresh: await add('2026-11-19'),
      unrated: await add('2026-11-16', [2, 4, 9, 10]),
      longAgo: await add('2026-10-01', [2, 4, 9, 10]),
      reopened: await add('2026-11-10', [2, 4, 9, 10]),
      withdrawn: await add('2026-11-02'),
    }
    const friday = at(officer, '2026-11-20T02:00:00Z')
    await markRated(friday, { requestId: made.reopened, low: true })
    await withdrawRequest(friday, { requestId: made.withdrawn, reason: 'Thôi' })

    const list = await readDayList(friday)
    const ids = Object.fromEntries(
      Object.entries(list).map(([heading, items]) => [heading, items.map((it) => it.id)]),
    )
    expect(ids).toEqual({
      reopened: [made.reopened],
      overdue: [made.overdue],
      dueSoon: [made.dueSoon],
      awaitingCitizen: [made.awaitingCitizen],
      resultWaiting: [made.resultWaiting],
      notFiled: [made.notFiled],
      unrated: [made.unrated],
    })
    await settleReopened(friday, { requestId: made.reopened })
    expect((await readDayList(friday)).reopened).toEqual([])
  })
})

test('a day’s figures name nobody', async () => {
  expect(await readServiceDayFigures(desk.office, { serviceDayId: randomUUID() })).toEqual({
    received: 0,
    filed: 0,
    handedOver: 0,
    byProxy: 0,
    tripsSaved: 0,
    kmSaved: 0,
    minutesSaved: 0,
    byProcedure: [],
  })
})

describe('with 10,000 requests', () => {
  let officer: Ctx
  beforeAll(async () => {
    const other = await otherOffice(desk.office)
    officer = await hiredAs(other, 'officer')
    const { id } = await receiveRequest(at(officer, '2026-01-05T02:00:00Z'), need())
    // Copies of the one, each with a person and a moment of its own, as the owner of the database.
    await desk.office.owner.query(
      `insert into requests.person (id, office_id, full_name, created_at, updated_at)
         select md5('p' || n)::uuid, $1, 'Nguyễn Thị Số ' || n, now(), now()
           from generate_series(2, 10000) n`,
      [officer.officeId],
    )
    await desk.office.owner.query(
      `insert into requests.request
         select (jsonb_populate_record(r, jsonb_build_object(
           'id', md5('r' || n)::uuid, 'code', 'TC-2602-' || lpad(n::text, 5, '0'),
           'client_key', 'copy-' || n, 'slip_token', 'copy-' || n,
           'subject_id', md5('p' || n)::uuid, 'requester_id', md5('p' || n)::uuid,
           'received_at', r.received_at + (n / 3) * interval '1 minute'))).*
         from requests.request r, generate_series(2, 10000) n where r.id = $1`,
      [id],
    )
    await desk.office.owner.query('analyze requests.request, requests.person')
  }, 60_000)

  test('pages follow each other without a gap or a twin, also where many came in one minute', async () => {
    const seen: string[] = []
    let after: string | undefined
    do {
      const page = await listRequests(officer, { limit: 200, ...(after ? { after } : {}) })
      seen.push(...page.items.map((it) => it.id))
      after = page.next ?? undefined
    } while (after)
    expect(seen).toHaveLength(10_000)
    expect(new Set(seen).size).toBe(10_000)
  })

  test('a cursor that is not ours begins from the start', async () => {
    const first = await listRequests(officer, { limit: 1 })
    const odd = await listRequests(officer, { limit: 1, after: "'; drop table" })
    expect(odd.items[0]!.id).toBe(first.items[0]!.id)
  })

  test('a page, a name and a deep page are found while the officer blinks', async () => {
    const deep = await listRequests(officer, { to: day('2026-01-05'), limit: 1 })
    const filters: RequestFilter[] = [
      {},
      { text: 'thi so 9999' },
      { state: 'unfiled' },
      deep.next ? { after: deep.next } : {},
    ]
    for (const filter of filters) {
      const times: number[] = []
      for (let i = 0; i < 5; i++) {
        const start = performance.now()
        const { items } = await listRequests(officer, filter)
        times.push(performance.now() - start)
        expect(items.length).toBeGreaterThan(0)
      }
      // Far above what is measured (2 to 15 ms), so that a busy machine does not fail it.
      expect(Math.min(...times)).toBeLessThan(150)
    }
  })
})
