import { describe, expect, test } from 'vitest'
import { need, useDesk } from '#test/desk.ts'
import { broughtTo, filed, look, monday } from '#test/followed.ts'
import { at } from '#test/office.ts'
import { allStatuses, changeStatus, extendDue, receiveRequest, type Status } from './index.ts'

const desk = useDesk()
const day = (iso: string) => Temporal.PlainDate.from(iso)

describe('statuses', () => {
  test.each(allStatuses)(
    'from %i only what the table allows, and the refusal says what',
    async (from) => {
      const { id, ctx } = await broughtTo(desk, from)
      const { nextStatuses } = await look(desk, id)
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
      expect((await look(desk, id)).status).toBe(from)
    },
  )

  test('of one dossier changed by twenty at once, one change is made', async () => {
    const { id, ctx } = await broughtTo(desk, 2)
    const all = await Promise.allSettled(
      Array.from({ length: 20 }, () => changeStatus(ctx, { requestId: id, to: 4 })),
    )
    expect(all.filter((it) => it.status === 'fulfilled')).toHaveLength(1)
    expect((await look(desk, id)).events.filter((it) => it.status === 4)).toHaveLength(1)
  })

  test.each([3, 5, 6, 7, 8] as const)('%i is told in words', async (to) => {
    const { id, ctx } = await broughtTo(desk, to === 3 ? 1 : 4)
    await expect(changeStatus(ctx, { requestId: id, to, note: ' ' })).rejects.toMatchObject({
      code: 'requests.reason_missing',
    })
  })

  test('each change says who and when', async () => {
    const { id, ctx } = await broughtTo(desk, 2)
    await changeStatus(ctx, { requestId: id, to: 4, note: 'Đã gọi hỏi' })
    const event = (await look(desk, id)).events.at(-1)
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
    const one = await broughtTo(desk, 2)
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
    const { id, ctx } = await filed(desk)
    await changeStatus(ctx, { requestId: id, to: 4 })
    await changeStatus(at(ctx, '2026-11-17T02:00:00Z'), {
      requestId: id,
      to: 5,
      note: 'Thiếu giấy khai sinh của con',
    })
    expect(await look(desk, id, '2026-11-30T02:00:00Z')).toMatchObject({
      stage: 'supplement',
      waitingFor: 'citizen',
      dueAt: null,
      overdue: false,
      stopped: { because: 'supplement', askedFor: 'Thiếu giấy khai sinh của con' },
    })
    await changeStatus(at(ctx, '2026-11-19T02:00:00Z'), { requestId: id, to: 4 })
    expect(await look(desk, id)).toMatchObject({ stopped: null, dueOn: day('2026-11-23') })
  })

  test('stands still while a payment is awaited, and twice in one dossier', async () => {
    const { id, ctx } = await filed(desk)
    const step = (when: string, to: Status) =>
      changeStatus(at(ctx, when), { requestId: id, to, note: 'Theo thông báo' })
    await step('2026-11-16T03:00:00Z', 4)
    await step('2026-11-16T04:00:00Z', 6)
    expect(await look(desk, id)).toMatchObject({
      stage: 'payment',
      stopped: { because: 'payment' },
    })
    await step('2026-11-17T04:00:00Z', 4)
    await step('2026-11-17T05:00:00Z', 5)
    await step('2026-11-18T04:00:00Z', 4)
    expect((await look(desk, id)).dueOn?.toString()).toBe('2026-11-23')
  })
})

describe('a new date with an apology', () => {
  test('takes the old one’s place, and a second one its place', async () => {
    const { id, ctx } = await filed(desk)
    const letter = { requestId: id, newDueOn: day('2026-11-27'), reason: 'Chờ xác minh' }
    expect((await extendDue(ctx, letter)).dueAt).toEqual(new Date('2026-11-27T10:00:00Z'))
    expect(await look(desk, id)).toMatchObject({
      dueOn: day('2026-11-27'),
      extension: { oldDueAt: new Date('2026-11-19T10:00:00Z'), reason: 'Chờ xác minh' },
    })
    const second = at(ctx, '2026-11-25T02:00:00Z')
    await extendDue(second, { ...letter, newDueOn: day('2026-12-01') })
    expect(await look(desk, id)).toMatchObject({
      dueOn: day('2026-12-01'),
      extension: { newDueOn: day('2026-12-01') },
    })
  })

  test('still moves when papers are awaited afterwards', async () => {
    const { id, ctx } = await filed(desk)
    await extendDue(ctx, { requestId: id, newDueOn: day('2026-11-23'), reason: 'Chờ' })
    await changeStatus(ctx, { requestId: id, to: 4 })
    await changeStatus(at(ctx, '2026-11-19T02:00:00Z'), { requestId: id, to: 5, note: 'Thiếu' })
    await changeStatus(at(ctx, '2026-11-20T02:00:00Z'), { requestId: id, to: 4 })
    // One working day later; the 24th is a day off.
    expect((await look(desk, id)).dueOn?.toString()).toBe('2026-11-25')
  })

  test('is refused late, not later, on a day off, without a reason, while stopped and after the result', async () => {
    const { id, ctx } = await filed(desk)
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
    expect((await look(desk, id)).extension).toBeNull()
    await changeStatus(ctx, { requestId: id, to: 4 })
    await changeStatus(ctx, { requestId: id, to: 5, note: 'Thiếu' })
    await expect(extend({})).rejects.toMatchObject({ code: 'calendar.extended_while_stopped' })
    const done = await broughtTo(desk, 9)
    await expect(
      extendDue(done.ctx, { requestId: done.id, newDueOn: day('2026-11-27'), reason: 'Chờ' }),
    ).rejects.toMatchObject({ code: 'requests.has_ended' })
  })
})
