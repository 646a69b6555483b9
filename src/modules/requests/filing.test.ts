import { describe, expect, test } from 'vitest'
import { need, useDesk } from '#test/desk.ts'
import { broughtTo, filed, filing, look, monday } from '#test/followed.ts'
import { procedures } from '#test/nation.ts'
import { at } from '#test/office.ts'
import {
  addNote,
  changeAnswers,
  changeStatus,
  extendDue,
  fileWithAuthority,
  markItem,
  markVneidStep,
  receiveRequest,
  withdrawRequest,
  type Filing,
} from './index.ts'

const desk = useDesk()
const day = (iso: string) => Temporal.PlainDate.from(iso)

describe('filing with the authority', () => {
  test('keeps code, way, and when it is due; the clock of working days runs', async () => {
    const { id, dueAt } = await filed(desk)
    // Three working days after Monday: Thursday, when the desk closes.
    expect(dueAt).toEqual(new Date('2026-11-19T10:00:00Z'))
    expect(await look(desk, id)).toMatchObject({
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
    expect((await look(desk, id)).dueExplained.map((step) => step.code)).toContain('due')
    expect(await look(desk, id, '2026-11-19T10:00:01Z')).toMatchObject({ overdue: true })
  })

  test.each([
    ['before 15:00 is due the same day', '2026-11-20T07:59:00Z', '2026-11-20'],
    ['after 15:00 on Friday is due on Monday', '2026-11-20T08:01:00Z', '2026-11-23'],
  ])('a same-day procedure %s', async (_, when, due) => {
    const { id } = await filed(desk, { when, request: { procedureCode: procedures.copy } })
    expect((await look(desk, id, when)).dueOn?.toString()).toBe(due)
  })

  test('of what the law names no time for, none is due', async () => {
    const { id, dueAt, ctx } = await filed(desk, {
      request: { procedureCode: procedures.imported },
    })
    expect(dueAt).toBeNull()
    await expect(
      extendDue(ctx, { requestId: id, newDueOn: day('2026-11-30'), reason: 'Chậm' }),
    ).rejects.toMatchObject({ code: 'requests.no_due_date' })
  })

  test('registered only, the clock begins anew when the authority receives it', async () => {
    const { id } = await filed(desk, { filing: { status: 1 } })
    const wednesday = at(desk.officer, '2026-11-18T02:00:00Z')
    await changeStatus(wednesday, { requestId: id, to: 2 })
    expect((await look(desk, id)).dueOn?.toString()).toBe('2026-11-23')
  })

  test('is refused twice, in the future, before receipt, with another’s code and after withdrawal', async () => {
    const { id, ctx } = await filed(desk)
    await expect(fileWithAuthority(ctx, filing(id))).rejects.toMatchObject({
      code: 'requests.filed_already',
    })
    const { externalCode } = await look(desk, id)
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
    const { id, ctx } = await filed(desk)
    await expect(changeAnswers(ctx, { requestId: id, answers: {} })).rejects.toMatchObject({
      code: 'requests.filed_already',
    })
    await markItem(ctx, { requestId: id, paperId: 'form', state: 'have' })
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
    expect((await look(desk, requestId)).vneid).toMatchObject([
      { step: 'account_level_2', state: 'done', reason: null },
      { step: 'own_sim', state: 'blocked', reason: 'sim_not_own' },
    ])
    await markVneidStep(ctx, { requestId, step: 'own_sim', state: 'done' })
    expect((await look(desk, requestId)).vneid[1]).toMatchObject({ state: 'done', reason: null })
    await expect(
      markVneidStep(ctx, { requestId, step: 'own_sim', state: 'blocked', reason: 'no_nfc' }),
    ).rejects.toMatchObject({ code: 'requests.vneid_block_unknown' })
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
    expect(await look(desk, id)).toMatchObject({
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
    const { id, ctx } = await broughtTo(desk, 4)
    await withdrawRequest(ctx, { requestId: id, reason: 'Không cần nữa' })
    expect(await look(desk, id)).toMatchObject({ stage: 'withdrawn', status: 7 })
    const received = await broughtTo(desk, 2)
    await expect(
      withdrawRequest(received.ctx, { requestId: received.id, reason: 'Không cần' }),
    ).rejects.toMatchObject({ code: 'requests.status_may_not_follow' })
  })
})

test('a note is kept, an empty one refused', async () => {
  const ctx = at(desk.officer, monday)
  const { id: requestId } = await receiveRequest(ctx, need())
  await addNote(ctx, { requestId, note: 'Hẹn thứ Sáu' })
  expect((await look(desk, requestId)).events.at(-1)).toMatchObject({
    kind: 'note',
    note: 'Hẹn thứ Sáu',
  })
  await expect(addNote(ctx, { requestId, note: ' ' })).rejects.toMatchObject({
    code: 'requests.note_missing',
  })
})
