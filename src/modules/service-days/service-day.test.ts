import { describe, expect, test } from 'vitest'
import { useDesk } from '#test/desk.ts'
import { at, hiredAs, otherOffice } from '#test/office.ts'
import { dayOn } from '#test/planned.ts'
import {
  changeServiceDay,
  closeServiceDay,
  findNextServiceDay,
  findOpenServiceDay,
  getServiceDay,
  moveServiceDay,
  openServiceDay,
  requireOpenServiceDay,
  serviceDayCan,
} from './index.ts'

const desk = useDesk()
const day = (iso: string) => Temporal.PlainDate.from(iso)

describe('the day itself', () => {
  test('opens on its date only, closes with a reason, and opens again when it closed too early', async () => {
    const { id, ctx } = await dayOn(desk, '2027-05-07')
    await expect(
      openServiceDay(at(ctx, '2027-05-06T01:00:00Z'), { serviceDayId: id }),
    ).rejects.toMatchObject({ code: 'service_days.not_today' })
    await expect(closeServiceDay(ctx, { serviceDayId: id, reason: 'Xong' })).rejects.toMatchObject({
      code: 'service_days.is_planned',
    })
    await openServiceDay(ctx, { serviceDayId: id })
    expect((await findOpenServiceDay(ctx))?.id).toBe(id)
    await requireOpenServiceDay(ctx, id)
    await expect(openServiceDay(ctx, { serviceDayId: id })).rejects.toMatchObject({
      code: 'service_days.is_open',
    })
    await expect(
      moveServiceDay(ctx, { serviceDayId: id, date: day('2027-05-10'), reason: 'Họp' }),
    ).rejects.toMatchObject({ code: 'service_days.is_open' })
    await expect(closeServiceDay(ctx, { serviceDayId: id, reason: '' })).rejects.toMatchObject({
      code: 'service_days.reason_missing',
    })
    await closeServiceDay(ctx, { serviceDayId: id, reason: 'Mất mạng' })
    await expect(requireOpenServiceDay(ctx, id)).rejects.toMatchObject({
      code: 'service_days.not_open',
    })
    await openServiceDay(ctx, { serviceDayId: id })
    await closeServiceDay(ctx, { serviceDayId: id, reason: 'Hết người' })
    expect(await getServiceDay(ctx, { serviceDayId: id })).toMatchObject({
      state: 'closed',
      closeReason: 'Hết người',
    })
    await expect(changeServiceDay(ctx, { serviceDayId: id, capacity: 3 })).rejects.toMatchObject({
      code: 'service_days.is_closed',
    })
  })

  test('forgotten open, it does not count as open the day after', async () => {
    const { id, ctx } = await dayOn(desk, '2027-05-14')
    await openServiceDay(ctx, { serviceDayId: id })
    const after = at(ctx, '2027-05-15T01:00:00Z')
    await expect(requireOpenServiceDay(after, id)).rejects.toMatchObject({
      code: 'service_days.not_open',
    })
    expect(await findOpenServiceDay(after)).toBeNull()
  })

  test('has a place, hours, room and officers of its own', async () => {
    const { id, ctx } = await dayOn(desk, '2027-05-21')
    const hours = { morning: { from: '08:00', to: '10:00' }, afternoon: null }
    await changeServiceDay(ctx, { serviceDayId: id, hours, capacity: null, officerIds: [] })
    expect(await getServiceDay(ctx, { serviceDayId: id })).toMatchObject({
      hours,
      capacity: null,
      officerIds: [],
    })
    await expect(
      changeServiceDay(ctx, {
        serviceDayId: id,
        officerIds: ['00000000-0000-7000-8000-000000000000'],
      }),
    ).rejects.toMatchObject({ code: 'service_days.officer_unknown' })
  })

  test('is next until it is closed', async () => {
    const { id, ctx } = await dayOn(desk, '2029-05-03')
    expect((await findNextServiceDay(ctx))?.id).toBe(id)
    await openServiceDay(ctx, { serviceDayId: id })
    await closeServiceDay(ctx, { serviceDayId: id, reason: 'Hết người' })
    expect((await findNextServiceDay(ctx))?.id).not.toBe(id)
  })

  test('of another office is not found, and nobody opens it', async () => {
    const { id } = await dayOn(desk, '2027-05-28')
    const stranger = await hiredAs(await otherOffice(desk.office), 'officer')
    const notFound = { code: 'service_days.not_found' }
    await expect(getServiceDay(stranger, { serviceDayId: id })).rejects.toMatchObject(notFound)
    await expect(openServiceDay(stranger, { serviceDayId: id })).rejects.toMatchObject(notFound)
    await expect(requireOpenServiceDay(stranger, id)).rejects.toMatchObject(notFound)
    await expect(openServiceDay(desk.office, { serviceDayId: id })).rejects.toMatchObject({
      code: 'identity.not_allowed',
    })
  })

  test('each state allows what it must and nothing else', () => {
    const table = (['planned', 'open', 'closed', 'cancelled'] as const).map((state) =>
      (['move', 'cancel', 'open', 'close', 'change'] as const).filter((it) =>
        serviceDayCan(it, state),
      ),
    )
    expect(table).toEqual([['move', 'cancel', 'open', 'change'], ['close', 'change'], ['open'], []])
  })

  test('is one row of the report', async () => {
    const { id, ctx } = await dayOn(desk, '2027-06-11')
    const row = await ctx.db
      .selectFrom('service_days.service_day_report')
      .selectAll()
      .where('service_day_id', '=', id)
      .executeTakeFirstOrThrow()
    expect(row).toMatchObject({
      programme_name: expect.stringContaining('Ngày thứ 6 tại chỗ'),
      state: 'planned',
      moved: false,
      officers: 1,
    })
  })
})
