import { describe, expect, test } from 'vitest'
import type { Ctx } from '#src/base/ctx.ts'
import { setOfficeDay } from '#src/modules/calendar/index.ts'
import { useDesk } from '#test/desk.ts'
import { at } from '#test/office.ts'
import { dayOn, officerIdOf, planned, programme } from '#test/planned.ts'
import {
  addExtraDay,
  cancelServiceDay,
  getServiceDay,
  listServiceDays,
  moveServiceDay,
  planDays,
  type HolidayPolicy,
} from './index.ts'

const desk = useDesk()
const day = (iso: string) => Temporal.PlainDate.from(iso)

describe('planning', () => {
  // 1 May 2026 is a Friday off; 2 January 2026 was swapped with Saturday 10 January.
  const cases: [HolidayPolicy, string, string, string[]][] = [
    [
      'skip',
      '2026-04-20',
      '2026-05-08',
      ['2026-04-24 planned', '2026-05-01 cancelled', '2026-05-08 planned'],
    ],
    [
      'day_before',
      '2026-04-20',
      '2026-05-08',
      ['2026-04-24 planned', '2026-04-29 planned', '2026-05-08 planned'],
    ],
    ['make_up_saturday', '2025-12-29', '2026-01-09', ['2026-01-09 planned', '2026-01-10 planned']],
  ]
  test.each(cases)('%s: a Friday that is a day off', async (policy, from, until, expected) => {
    const id = await programme(desk, { holidayPolicy: policy, from })
    const days = await planned(at(desk.officer, `${from}T01:00:00Z`), id, until)
    expect(days.map((it) => `${it.date.toString()} ${it.state}`)).toEqual(expected)
  })

  test('a Friday that is left out is told with the name of the day off', async () => {
    const id = await programme(desk, { from: '2026-04-27', to: '2026-05-03' })
    const [first] = await planned(at(desk.officer, '2026-04-27T01:00:00Z'), id, '2026-05-01')
    expect(first).toMatchObject({ state: 'cancelled', cancelReason: first!.holiday!.vi })
    expect(first!.holiday!.en).toMatch(/workers/i)
  })

  test('a Saturday programme sits on Saturdays', async () => {
    const id = await programme(desk, { weekday: 6, from: '2026-06-01', to: '2026-06-15' })
    const days = await planned(at(desk.officer, '2026-06-01T01:00:00Z'), id, '2026-06-30')
    expect(days.map((it) => `${it.date.toString()} ${it.state}`)).toEqual([
      '2026-06-06 planned',
      '2026-06-13 planned',
    ])
  })

  test('asked twice, and by twenty at once, plans each Friday once', async () => {
    const id = await programme(desk, { from: '2027-06-01', to: '2027-07-01' })
    const ctx = at(desk.officer, '2027-06-01T01:00:00Z')
    await Promise.all(Array.from({ length: 20 }, () => planDays(ctx, { until: day('2027-07-30') })))
    const days = await planned(ctx, id, '2027-07-30')
    expect(days.map((it) => it.date.toString())).toEqual([
      '2027-06-04',
      '2027-06-11',
      '2027-06-18',
      '2027-06-25',
    ])
    expect(await planDays(ctx, { until: day('2027-06-30') })).toBe(0)
  })

  test('leaves a day as the office left it', async () => {
    const id = await programme(desk, { from: '2027-08-01', to: '2027-08-15' })
    const ctx = at(desk.officer, '2027-08-01T01:00:00Z')
    const [first, second] = await planned(ctx, id, '2027-08-14')
    await cancelServiceDay(ctx, { serviceDayId: first!.id, reason: 'Bão' })
    await moveServiceDay(ctx, { serviceDayId: second!.id, date: day('2027-08-12'), reason: 'Họp' })
    const days = await planned(ctx, id, '2027-08-14')
    expect(days.map((it) => `${it.date.toString()} ${it.state}`)).toEqual([
      '2027-08-06 cancelled',
      '2027-08-12 planned',
    ])
  })

  test('does not reach beyond 400 days', async () => {
    await expect(planDays(desk.officer, { until: day('2028-01-01') })).rejects.toMatchObject({
      code: 'service_days.plan_too_far',
    })
  })

  test('brings the programme’s officers to each day', async () => {
    const { id } = await dayOn(desk, '2027-03-05')
    expect((await getServiceDay(desk.office, { serviceDayId: id })).officerIds).toEqual([
      officerIdOf(desk),
    ])
  })
})

describe('moving and calling off', () => {
  test('a moved day tells from when, to when and why', async () => {
    const { id, ctx } = await dayOn(desk, '2027-03-12')
    await moveServiceDay(ctx, { serviceDayId: id, date: day('2027-03-15'), reason: 'Bầu cử' })
    expect(await getServiceDay(ctx, { serviceDayId: id })).toMatchObject({
      announcedDate: day('2027-03-12'),
      date: day('2027-03-15'),
      movedReason: 'Bầu cử',
    })
  })

  test('refuses yesterday, the same date, a Sunday, a holiday and no reason', async () => {
    const { id, ctx } = await dayOn(desk, '2026-04-17')
    const to = async (date: string, reason = 'Họp') =>
      moveServiceDay(ctx, { serviceDayId: id, date: day(date), reason })
    await expect(to('2026-04-16')).rejects.toMatchObject({ code: 'service_days.date_in_past' })
    await expect(to('2026-04-17')).rejects.toMatchObject({ code: 'service_days.same_date' })
    await expect(to('2026-04-19')).rejects.toMatchObject({ code: 'service_days.day_off' })
    await expect(to('2026-04-30')).rejects.toMatchObject({ code: 'service_days.day_off' })
    await expect(to('2026-04-20', ' ')).rejects.toMatchObject({
      code: 'service_days.reason_missing',
    })
    await expect(to('2026-04-20', 'x'.repeat(301))).rejects.toMatchObject({
      code: 'service_days.reason_too_long',
    })
  })

  test('refuses the office’s own day off', async () => {
    const { id, ctx } = await dayOn(desk, '2027-03-19')
    const system: Ctx = { ...ctx, actor: { kind: 'system', job: 'test' } }
    await setOfficeDay(system, {
      date: day('2027-03-22'),
      kind: 'off',
      name: 'Hội làng',
      reason: 'Cả xã nghỉ',
    })
    await expect(
      moveServiceDay(ctx, { serviceDayId: id, date: day('2027-03-22'), reason: 'Họp' }),
    ).rejects.toMatchObject({ code: 'service_days.day_off', params: { name: 'Hội làng' } })
  })

  test('refuses a date on which the programme sits already, also when two move at once', async () => {
    const id = await programme(desk, { from: '2027-09-06', to: '2027-09-25' })
    const ctx = at(desk.officer, '2027-09-06T01:00:00Z')
    const [first, second] = await planned(ctx, id, '2027-09-24')
    const move = (serviceDayId: string) =>
      moveServiceDay(ctx, { serviceDayId, date: day('2027-09-14'), reason: 'Họp' })
    const results = await Promise.allSettled([move(first!.id), move(second!.id)])
    const refused = results.filter((it) => it.status === 'rejected')
    expect(refused).toHaveLength(1)
    expect(refused[0]!.reason).toMatchObject({ code: 'service_days.date_taken' })
  })

  test('a day that was called off stays told, and frees its date for an extra day', async () => {
    const { id, ctx, programmeId } = await dayOn(desk, '2027-04-02')
    await cancelServiceDay(ctx, { serviceDayId: id, reason: 'Mất điện' })
    await expect(
      cancelServiceDay(ctx, { serviceDayId: id, reason: 'Mất điện' }),
    ).rejects.toMatchObject({ code: 'service_days.is_cancelled' })
    await addExtraDay(ctx, { programmeId, date: day('2027-04-02'), reason: 'Có điện lại' })
    const days = await listServiceDays(ctx, {
      from: day('2027-04-02'),
      to: day('2027-04-02'),
      programmeId,
    })
    expect(days.map((it) => it.state).toSorted()).toEqual(['cancelled', 'planned'])
  })

  test('an extra day may be a Sunday, but no holiday, no past day, no day that is taken', async () => {
    const { ctx, programmeId } = await dayOn(desk, '2027-04-09')
    const extra = (date: string) =>
      addExtraDay(ctx, { programmeId, date: day(date), reason: 'Chợ' })
    await extra('2027-04-11')
    await expect(extra('2027-04-30')).rejects.toMatchObject({ code: 'service_days.day_off' })
    await expect(extra('2027-04-08')).rejects.toMatchObject({ code: 'service_days.date_in_past' })
    await expect(extra('2027-04-11')).rejects.toMatchObject({ code: 'service_days.date_taken' })
  })
})
