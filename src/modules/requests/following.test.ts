import { describe, expect, test } from 'vitest'
import { kilometres, need, useDesk } from '#test/desk.ts'
import { procedures } from '#test/nation.ts'
import { asOfficer, at, hiredAs, otherOffice } from '#test/office.ts'
import type { Ctx } from '#src/base/ctx.ts'
import {
  addNote,
  allStatuses,
  changeAnswers,
  changeStatus,
  extendDue,
  fileWithAuthority,
  getRequest,
  handOverResult,
  markItem,
  markVneidStep,
  receiveRequest,
  withdrawRequest,
  type Filing,
  type NewRequest,
  type Status,
} from './index.ts'

const desk = useDesk()
const day = (iso: string) => Temporal.PlainDate.from(iso)
/** Monday 16 November 2026, 9:00; no day off until Tuesday the 24th. */
const monday = '2026-11-16T02:00:00Z'
let codes = 0

function filing(requestId: string, differs: Partial<Filing> = {}): Filing {
  return {
    requestId,
    externalCode: `G09.20-20261116-${String(++codes).padStart(7, '0')}`,
    portal: 'national',
    filingHelp: 'self_with_help',
    channel: 'online',
    resultDelivery: 'desk',
    ...differs,
  }
}

/** A request received and filed, seen at that moment. */
async function filed(
  differs: { request?: Partial<NewRequest>; filing?: Partial<Filing>; when?: string } = {},
): Promise<{ id: string; ctx: Ctx; dueAt: Date | null }> {
  const ctx = at(desk.officer, differs.when ?? monday)
  const { id } = await receiveRequest(ctx, need(differs.request))
  const { dueAt } = await fileWithAuthority(ctx, filing(id, { status: 2, ...differs.filing }))
  return { id, ctx, dueAt }
}

const look = (id: string, when = monday) => getRequest(at(desk.officer, when), { requestId: id })

/** Brings a filed request (status 2) to a status by a way that is allowed. */
const ways: Record<Status, Status[]> = {
  1: [],
  2: [],
  3: [3],
  4: [4],
  5: [4, 5],
  6: [4, 6],
  7: [4, 7],
  8: [4, 8],
  9: [4, 9],
  10: [4, 9],
}

async function broughtTo(status: Status): Promise<{ id: string; ctx: Ctx }> {
  const { id, ctx } = await filed({ filing: { status: status === 1 || status === 3 ? 1 : 2 } })
  for (const to of ways[status])
    await changeStatus(ctx, { requestId: id, to, note: 'Theo thông báo của cơ quan' })
  if (status === 10)
    await handOverResult(ctx, { requestId: id, toName: 'Nguyễn Thị A', toRelation: 'self' })
  return { id, ctx }
}

describe('filing with the authority', () => {
  test('keeps code, way, and when it is due; the clock of working days runs', async () => {
    const { id, dueAt } = await filed()
    // Three working days after Monday: Thursday, when the desk closes.
    expect(dueAt).toEqual(new Date('2026-11-19T10:00:00Z'))
    expect(await look(id)).toMatchObject({
      stage: 'filed',
      waitingFor: 'authority',
      status: 2,
      portal: 'national',
      filingHelp: 'self_with_help',
      channel: 'online',
      resultDelivery: 'desk',
      dueOn: day('2026-11-19'),
      overdue: false,
      nextStatuses: [4],
    })
    expect((await look(id)).dueExplained.map((step) => step.code)).toContain('due')
    expect(await look(id, '2026-11-19T10:00:01Z')).toMatchObject({ overdue: true })
  })

  test.each([
    ['before 15:00 is due the same day', '2026-11-20T07:59:00Z', '2026-11-20'],
    ['after 15:00 on Friday is due on Monday', '2026-11-20T08:01:00Z', '2026-11-23'],
  ])('a same-day procedure %s', async (_, when, due) => {
    const { id } = await filed({ when, request: { procedureCode: procedures.copy } })
    expect((await look(id, when)).dueOn?.toString()).toBe(due)
  })

  test('of what the law names no time for, none is due', async () => {
    const { id, dueAt, ctx } = await filed({ request: { procedureCode: procedures.imported } })
    expect(dueAt).toBeNull()
    await expect(
      extendDue(ctx, { requestId: id, newDueOn: day('2026-11-30'), reason: 'Chậm' }),
    ).rejects.toMatchObject({ code: 'requests.no_due_date' })
  })

  test('registered only, the clock begins anew when the authority receives it', async () => {
    const { id } = await filed({ filing: { status: 1 } })
    const wednesday = at(desk.officer, '2026-11-18T02:00:00Z')
    await changeStatus(wednesday, { requestId: id, to: 2 })
    expect((await look(id)).dueOn?.toString()).toBe('2026-11-23')
  })

  test('is refused twice, in the future, before receipt, with another’s code and after withdrawal', async () => {
    const { id, ctx } = await filed()
    await expect(fileWithAuthority(ctx, filing(id))).rejects.toMatchObject({
      code: 'requests.filed_already',
    })
    const { externalCode } = await look(id)
    const other = await receiveRequest(ctx, need())
    const file = (differs: Partial<Filing>) => fileWithAuthority(ctx, filing(other.id, differs))
    await expect(file({ externalCode: externalCode! })).rejects.toMatchObject({
      code: 'requests.external_code_taken',
      field: 'externalCode',
    })
    await expect(file({ externalCode: 'x' })).rejects.toMatchObject({
      code: 'requests.external_code_malformed',
    })
    await expect(file({ filedAt: new Date('2026-11-16T02:00:01Z') })).rejects.toMatchObject({
      code: 'requests.date_in_future',
    })
    await expect(file({ filedAt: new Date('2026-11-15T02:00:00Z') })).rejects.toMatchObject({
      code: 'requests.filed_before_received',
    })
    await withdrawRequest(ctx, { requestId: other.id, reason: 'Tự làm được' })
    await expect(file({})).rejects.toMatchObject({ code: 'requests.has_ended' })
  })

  test('fixes answers; papers may still be brought', async () => {
    const { id, ctx } = await filed()
    await expect(changeAnswers(ctx, { requestId: id, answers: {} })).rejects.toMatchObject({
      code: 'requests.filed_already',
    })
    await markItem(ctx, { requestId: id, paperId: 'form', state: 'have' })
  })
})

describe('statuses', () => {
  test.each(allStatuses)(
    'from %i only what the table allows, and the refusal says what',
    async (from) => {
      const { id, ctx } = await broughtTo(from)
      const { nextStatuses } = await look(id)
      for (const to of allStatuses.filter((it) => !nextStatuses.includes(it))) {
        const step = changeStatus(ctx, { requestId: id, to, note: 'Lý do' })
        await expect(step).rejects.toMatchObject(
          nextStatuses.length === 0
            ? { code: 'requests.has_ended' }
            : {
                code: 'requests.status_may_not_follow',
                params: { from, to, possible: nextStatuses.join(',') },
              },
        )
      }
      expect((await look(id)).status).toBe(from)
    },
  )

  test('of one dossier changed by twenty at once, one change is made', async () => {
    const { id, ctx } = await broughtTo(2)
    const all = await Promise.allSettled(
      Array.from({ length: 20 }, () => changeStatus(ctx, { requestId: id, to: 4 })),
    )
    expect(all.filter((it) => it.status === 'fulfilled')).toHaveLength(1)
    expect((await look(id)).events.filter((it) => it.status === 4)).toHaveLength(1)
  })

  test.each([3, 5, 6, 7, 8] as const)('%i is told in words', async (to) => {
    const { id, ctx } = await broughtTo(to === 3 ? 1 : 4)
    await expect(changeStatus(ctx, { requestId: id, to, note: ' ' })).rejects.toMatchObject({
      code: 'requests.reason_missing',
    })
  })

  test('each change says who and when', async () => {
    const { id, ctx } = await broughtTo(2)
    await changeStatus(ctx, { requestId: id, to: 4, note: 'Đã gọi hỏi' })
    const event = (await look(id)).events.at(-1)
    expect(event).toMatchObject({
      kind: 'status_changed',
      status: 4,
      note: 'Đã gọi hỏi',
      at: ctx.now,
    })
    expect(event!.officerId).toBe(ctx.actor.kind === 'officer' && ctx.actor.officerId)
  })

  test('is not changed before filing, in the future, or back in time', async () => {
    const ctx = at(desk.officer, monday)
    const { id } = await receiveRequest(ctx, need())
    await expect(changeStatus(ctx, { requestId: id, to: 2 })).rejects.toMatchObject({
      code: 'requests.not_filed',
    })
    const one = await broughtTo(2)
    const change = (when: string) =>
      changeStatus(one.ctx, { requestId: one.id, to: 4, at: new Date(when) })
    await expect(change('2026-11-16T03:00:00Z')).rejects.toMatchObject({
      code: 'requests.date_in_future',
    })
    await expect(change('2026-11-16T01:00:00Z')).rejects.toMatchObject({
      code: 'requests.date_before_status',
    })
  })
})

describe('the clock', () => {
  test('stands still while papers are awaited; the due date moves by as many working days', async () => {
    const { id, ctx } = await filed()
    await changeStatus(ctx, { requestId: id, to: 4 })
    await changeStatus(at(ctx, '2026-11-17T02:00:00Z'), {
      requestId: id,
      to: 5,
      note: 'Thiếu giấy khai sinh của con',
    })
    expect(await look(id, '2026-11-30T02:00:00Z')).toMatchObject({
      stage: 'supplement',
      waitingFor: 'citizen',
      dueAt: null,
      overdue: false,
      stopped: { because: 'supplement', askedFor: 'Thiếu giấy khai sinh của con' },
    })
    await changeStatus(at(ctx, '2026-11-19T02:00:00Z'), { requestId: id, to: 4 })
    expect(await look(id)).toMatchObject({ stopped: null, dueOn: day('2026-11-23') })
  })

  test('stands still while a payment is awaited, and twice in one dossier', async () => {
    const { id, ctx } = await filed()
    const step = (when: string, to: Status) =>
      changeStatus(at(ctx, when), { requestId: id, to, note: 'Theo thông báo' })
    await step('2026-11-16T03:00:00Z', 4)
    await step('2026-11-16T04:00:00Z', 6)
    expect(await look(id)).toMatchObject({ stage: 'payment', stopped: { because: 'payment' } })
    await step('2026-11-17T04:00:00Z', 4)
    await step('2026-11-17T05:00:00Z', 5)
    await step('2026-11-18T04:00:00Z', 4)
    expect((await look(id)).dueOn?.toString()).toBe('2026-11-23')
  })
})

describe('a new date with an apology', () => {
  test('takes the old one’s place, and a second one its place', async () => {
    const { id, ctx } = await filed()
    const letter = { requestId: id, newDueOn: day('2026-11-27'), reason: 'Chờ xác minh' }
    expect((await extendDue(ctx, letter)).dueAt).toEqual(new Date('2026-11-27T10:00:00Z'))
    expect(await look(id)).toMatchObject({
      dueOn: day('2026-11-27'),
      extension: { oldDueAt: new Date('2026-11-19T10:00:00Z'), reason: 'Chờ xác minh' },
    })
    const second = at(ctx, '2026-11-25T02:00:00Z')
    await extendDue(second, { ...letter, newDueOn: day('2026-12-01') })
    expect(await look(id)).toMatchObject({
      dueOn: day('2026-12-01'),
      extension: { newDueOn: day('2026-12-01') },
    })
  })

  test('still moves when papers are awaited afterwards', async () => {
    const { id, ctx } = await filed()
    await extendDue(ctx, { requestId: id, newDueOn: day('2026-11-23'), reason: 'Chờ' })
    await changeStatus(ctx, { requestId: id, to: 4 })
    await changeStatus(at(ctx, '2026-11-19T02:00:00Z'), { requestId: id, to: 5, note: 'Thiếu' })
    await changeStatus(at(ctx, '2026-11-20T02:00:00Z'), { requestId: id, to: 4 })
    // One working day later; the 24th is a day off.
    expect((await look(id)).dueOn?.toString()).toBe('2026-11-25')
  })

  test('is refused late, not later, on a day off, without a reason, while stopped and after the result', async () => {
    const { id, ctx } = await filed()
    const extend = (differs: { newDueOn?: string; reason?: string }, when = monday) =>
      extendDue(at(ctx, when), {
        requestId: id,
        newDueOn: day(differs.newDueOn ?? '2026-11-27'),
        reason: differs.reason ?? 'Chờ',
      })
    await expect(extend({}, '2026-11-20T02:00:00Z')).rejects.toMatchObject({
      code: 'calendar.extended_too_late',
    })
    await expect(extend({ newDueOn: '2026-11-19' })).rejects.toMatchObject({
      code: 'calendar.extension_not_later',
    })
    await expect(extend({ newDueOn: '2026-11-24' })).rejects.toMatchObject({
      code: 'calendar.extension_on_day_off',
    })
    await expect(extend({ reason: '' })).rejects.toMatchObject({ code: 'requests.reason_missing' })
    await expect(
      extendDue(ctx, {
        requestId: id,
        newDueOn: day('2026-11-27'),
        reason: 'Chờ',
        sentAt: new Date('2026-11-17T02:00:00Z'),
      }),
    ).rejects.toMatchObject({ code: 'requests.date_in_future' })
    expect((await look(id)).extension).toBeNull()
    await changeStatus(ctx, { requestId: id, to: 4 })
    await changeStatus(ctx, { requestId: id, to: 5, note: 'Thiếu' })
    await expect(extend({})).rejects.toMatchObject({ code: 'calendar.extended_while_stopped' })
    const done = await broughtTo(9)
    await expect(
      extendDue(done.ctx, { requestId: done.id, newDueOn: day('2026-11-27'), reason: 'Chờ' }),
    ).rejects.toMatchObject({ code: 'requests.has_ended' })
  })
})

describe('the result', () => {
  test('waits at the desk until it is handed over, to whom and when', async () => {
    const { id, ctx } = await broughtTo(9)
    expect(await look(id)).toMatchObject({ stage: 'result_waiting', waitingFor: 'desk' })
    const later = at(ctx, '2026-11-18T02:00:00Z')
    await handOverResult(later, { requestId: id, toName: ' Trần Thị Mẹ ', toRelation: 'mother' })
    expect(await look(id)).toMatchObject({
      stage: 'handed_over',
      waitingFor: 'nobody',
      status: 10,
      handedOver: { at: later.now, toName: 'Trần Thị Mẹ', toRelation: 'mother' },
    })
    await expect(
      handOverResult(later, { requestId: id, toName: 'Ai đó', toRelation: 'other' }),
    ).rejects.toMatchObject({ code: 'requests.has_ended' })
  })

  test('is not handed over before it is here, to nobody, or by a bare change of status', async () => {
    const working = await broughtTo(4)
    await expect(
      handOverResult(working.ctx, { requestId: working.id, toName: 'A', toRelation: 'self' }),
    ).rejects.toMatchObject({ code: 'requests.status_may_not_follow' })
    const { id, ctx } = await broughtTo(9)
    await expect(
      handOverResult(ctx, { requestId: id, toName: '', toRelation: 'self' }),
    ).rejects.toMatchObject({ code: 'requests.name_missing' })
    await expect(changeStatus(ctx, { requestId: id, to: 10 })).rejects.toMatchObject({
      code: 'requests.hand_over_says_to_whom',
    })
  })

  test('has spared the trips that the office’s distances say, each explained', async () => {
    const { id, ctx } = await filed({ request: { procedureCode: procedures.record } })
    expect((await look(id)).savings).toMatchObject({ trips: 1, km: 2 * kilometres.province })
    await changeStatus(ctx, { requestId: id, to: 4 })
    await changeStatus(ctx, { requestId: id, to: 9 })
    await handOverResult(ctx, { requestId: id, toName: 'A', toRelation: 'self' })
    const { savings } = await look(id)
    expect(savings).toMatchObject({
      trips: 2,
      km: 4 * kilometres.province,
      parts: [
        { leg: 'file', spared: true, why: 'filed_online', km: 2 * kilometres.province },
        { leg: 'collect', spared: true, why: 'result_at_desk' },
      ],
    })
    const row = await desk.office.db
      .selectFrom('requests.request_report')
      .select(['trips_saved', 'km_saved', 'hours_saved'])
      .where('request_id', '=', id)
      .executeTakeFirstOrThrow()
    expect(row).toEqual({
      trips_saved: 2,
      km_saved: savings.km,
      hours_saved: Math.round((100 * savings.minutes) / 60) / 100,
    })
  })

  test('collected at the authority after all spares one way only', async () => {
    const { id, ctx } = await filed({ request: { procedureCode: procedures.record } })
    await changeStatus(ctx, { requestId: id, to: 4 })
    await changeStatus(ctx, { requestId: id, to: 9 })
    await handOverResult(ctx, {
      requestId: id,
      toName: 'A',
      toRelation: 'self',
      resultDelivery: 'authority',
    })
    expect((await look(id)).savings.trips).toBe(1)
  })
})

describe('withdrawn', () => {
  test('before filing it ends here, with the reason', async () => {
    const ctx = at(desk.officer, monday)
    const { id } = await receiveRequest(ctx, need())
    await expect(withdrawRequest(ctx, { requestId: id, reason: '' })).rejects.toMatchObject({
      code: 'requests.reason_missing',
    })
    await withdrawRequest(ctx, { requestId: id, reason: 'Không cần nữa' })
    expect(await look(id)).toMatchObject({
      stage: 'withdrawn',
      status: null,
      endReason: 'Không cần nữa',
    })
    await expect(withdrawRequest(ctx, { requestId: id, reason: 'Lại' })).rejects.toMatchObject({
      code: 'requests.has_ended',
    })
    await expect(
      markItem(ctx, { requestId: id, paperId: 'form', state: 'have' }),
    ).rejects.toMatchObject({ code: 'requests.has_ended' })
  })

  test('after filing it is the authority’s status 7, where that may follow', async () => {
    const { id, ctx } = await broughtTo(4)
    await withdrawRequest(ctx, { requestId: id, reason: 'Không cần nữa' })
    expect(await look(id)).toMatchObject({ stage: 'withdrawn', status: 7 })
    const received = await broughtTo(2)
    await expect(
      withdrawRequest(received.ctx, { requestId: received.id, reason: 'Không cần' }),
    ).rejects.toMatchObject({ code: 'requests.status_may_not_follow' })
  })
})

describe('help with VNeID', () => {
  test('keeps the steps done and the one that stopped, and why', async () => {
    const ctx = at(desk.officer, monday)
    const { id: requestId } = await receiveRequest(ctx, need())
    await markVneidStep(ctx, { requestId, step: 'account_level_2', state: 'done' })
    await markVneidStep(ctx, {
      requestId,
      step: 'own_sim',
      state: 'blocked',
      reason: 'sim_not_own',
    })
    expect((await look(requestId)).vneid).toMatchObject([
      { step: 'account_level_2', state: 'done', reason: null },
      { step: 'own_sim', state: 'blocked', reason: 'sim_not_own' },
    ])
    await markVneidStep(ctx, { requestId, step: 'own_sim', state: 'done' })
    expect((await look(requestId)).vneid[1]).toMatchObject({ state: 'done', reason: null })
    await expect(
      markVneidStep(ctx, { requestId, step: 'own_sim', state: 'blocked', reason: 'no_nfc' }),
    ).rejects.toMatchObject({ code: 'requests.vneid_block_unknown' })
  })
})

test('a note is kept, an empty one refused', async () => {
  const ctx = at(desk.officer, monday)
  const { id: requestId } = await receiveRequest(ctx, need())
  await addNote(ctx, { requestId, note: 'Hẹn thứ Sáu' })
  expect((await look(requestId)).events.at(-1)).toMatchObject({ kind: 'note', note: 'Hẹn thứ Sáu' })
  await expect(addNote(ctx, { requestId, note: ' ' })).rejects.toMatchObject({
    code: 'requests.note_missing',
  })
})

test('another office’s request is not found, by no deed', async () => {
  const { id: requestId } = await filed()
  const stranger = at(await hiredAs(await otherOffice(desk.office), 'officer'), monday)
  const deeds = [
    () => getRequest(stranger, { requestId }),
    () => addNote(stranger, { requestId, note: 'x' }),
    () => markItem(stranger, { requestId, paperId: 'form', state: 'have' }),
    () => markVneidStep(stranger, { requestId, step: 'password', state: 'done' }),
    () => changeAnswers(stranger, { requestId, answers: {} }),
    () => fileWithAuthority(stranger, filing(requestId)),
    () => changeStatus(stranger, { requestId, to: 4 }),
    () => extendDue(stranger, { requestId, newDueOn: day('2026-11-27'), reason: 'x' }),
    () => handOverResult(stranger, { requestId, toName: 'x', toRelation: 'self' }),
    () => withdrawRequest(stranger, { requestId, reason: 'x' }),
  ]
  for (const deed of deeds) await expect(deed).rejects.toMatchObject({ code: 'requests.not_found' })
})

test('none of it is done without the right', async () => {
  const { id: requestId } = await filed()
  const reader = asOfficer(desk.office, ['requests.read'])
  const deeds = [
    () => addNote(reader, { requestId, note: 'x' }),
    () => markItem(reader, { requestId, paperId: 'form', state: 'have' }),
    () => markVneidStep(reader, { requestId, step: 'password', state: 'done' }),
    () => changeAnswers(reader, { requestId, answers: {} }),
    () => fileWithAuthority(reader, filing(requestId)),
    () => changeStatus(reader, { requestId, to: 4 }),
    () => extendDue(reader, { requestId, newDueOn: day('2026-11-27'), reason: 'x' }),
    () => handOverResult(reader, { requestId, toName: 'x', toRelation: 'self' }),
    () => withdrawRequest(reader, { requestId, reason: 'x' }),
    () => getRequest(asOfficer(desk.office, []), { requestId }),
  ]
  for (const deed of deeds)
    await expect(deed()).rejects.toMatchObject({ code: 'identity.not_allowed' })
})
