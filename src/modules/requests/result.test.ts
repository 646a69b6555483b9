import { describe, expect, test } from 'vitest'
import { kilometres, useDesk } from '#test/desk.ts'
import { broughtTo, filed, filing, look, monday } from '#test/followed.ts'
import { procedures } from '#test/nation.ts'
import { asOfficer, at, hiredAs, otherOffice } from '#test/office.ts'
import {
  addNote,
  changeAnswers,
  changeStatus,
  extendDue,
  fileWithAuthority,
  getRequest,
  handOverResult,
  markItem,
  markVneidStep,
  withdrawRequest,
} from './index.ts'

const desk = useDesk()
const day = (iso: string) => Temporal.PlainDate.from(iso)

describe('the result', () => {
  test('waits at the desk until it is handed over, to whom and when', async () => {
    const { id, ctx } = await broughtTo(desk, 9)
    expect(await look(desk, id)).toMatchObject({ stage: 'result_waiting', waitingFor: 'desk' })
    const later = at(ctx, '2026-11-18T02:00:00Z')
    await handOverResult(later, { requestId: id, toName: ' Trần Thị Mẹ ', toRelation: 'mother' })
    expect(await look(desk, id)).toMatchObject({
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
    const working = await broughtTo(desk, 4)
    await expect(
      handOverResult(working.ctx, { requestId: working.id, toName: 'A', toRelation: 'self' }),
    ).rejects.toMatchObject({ code: 'requests.status_may_not_follow' })
    const { id, ctx } = await broughtTo(desk, 9)
    await expect(
      handOverResult(ctx, { requestId: id, toName: '', toRelation: 'self' }),
    ).rejects.toMatchObject({ code: 'requests.name_missing' })
    await expect(changeStatus(ctx, { requestId: id, to: 10 })).rejects.toMatchObject({
      code: 'requests.hand_over_says_to_whom',
    })
  })

  test('has spared the trips that the office’s distances say, each explained', async () => {
    const { id, ctx } = await filed(desk, { request: { procedureCode: procedures.record } })
    expect((await look(desk, id)).savings).toMatchObject({ trips: 1, km: 2 * kilometres.province })
    await changeStatus(ctx, { requestId: id, to: 4 })
    await changeStatus(ctx, { requestId: id, to: 9 })
    await handOverResult(ctx, { requestId: id, toName: 'A', toRelation: 'self' })
    const { savings } = await look(desk, id)
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
    const { id, ctx } = await filed(desk, { request: { procedureCode: procedures.record } })
    await changeStatus(ctx, { requestId: id, to: 4 })
    await changeStatus(ctx, { requestId: id, to: 9 })
    await handOverResult(ctx, {
      requestId: id,
      toName: 'A',
      toRelation: 'self',
      resultDelivery: 'authority',
    })
    expect((await look(desk, id)).savings.trips).toBe(1)
  })
})

test('another office’s request is not found, by no deed', async () => {
  const { id: requestId } = await filed(desk)
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
  const { id: requestId } = await filed(desk)
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
