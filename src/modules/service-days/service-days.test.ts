import { beforeAll, describe, expect, test } from 'vitest'
import { setOfficeDay } from '#src/modules/calendar/index.ts'
import { useDesk } from '#test/desk.ts'
import { procedures } from '#test/nation.ts'
import { asOfficer, at, hiredAs, otherOffice } from '#test/office.ts'
import type { Ctx } from '#src/base/ctx.ts'
import {
  addExtraDay,
  addProgramme,
  cancelServiceDay,
  changeProgramme,
  changeServiceDay,
  closeServiceDay,
  endProgramme,
  findNextServiceDay,
  findOpenServiceDay,
  getProgramme,
  getServiceDay,
  listProgrammes,
  listServiceDays,
  moveServiceDay,
  openServiceDay,
  planDays,
  requireOpenServiceDay,
  serviceDayCan,
  type HolidayPolicy,
  type ProgrammeTerms,
} from './index.ts'

const desk = useDesk()
const day = (iso: string) => Temporal.PlainDate.from(iso)
let officerId: string

beforeAll(() => {
  if (desk.officer.actor.kind === 'officer') officerId = desk.officer.actor.officerId
})

function terms(differs: Partial<ProgrammeTerms> = {}): ProgrammeTerms {
  return {
    nameVi: 'Ngày thứ 6 tại chỗ',
    nameEn: 'Friday on the spot',
    venueId: desk.venueId,
    hours: { morning: { from: '07:30', to: '11:30' }, afternoon: { from: '13:30', to: '17:00' } },
    officerIds: [officerId],
    procedures: [
      { code: procedures.certificate, sameDay: false },
      { code: procedures.copy, sameDay: true },
    ],
    partners: [{ kind: 'police', name: 'Công an xã Vụ Bản' }],
    capacity: 40,
    holidayPolicy: 'skip',
    ...differs,
  }
}

/** A programme of Fridays, unless the test says another weekday. */
async function programme(
  differs: Partial<ProgrammeTerms & { weekday: number; from: string; to: string }> = {},
): Promise<string> {
  const { weekday = 5, from = '2026-01-01', to, ...rest } = differs
  const { id } = await addProgramme(desk.officer, {
    ...terms(rest),
    weekday,
    validFrom: day(from),
    validTo: to ? day(to) : null,
  })
  return id
}

/** The days of a programme planned at a moment, as 'date state'. */
async function planned(ctx: Ctx, programmeId: string, until: string) {
  await planDays(ctx, { until: day(until) })
  const days = await listServiceDays(ctx, {
    from: day('2020-01-01'),
    to: day('2030-01-01'),
    programmeId,
  })
  return days
}

/** One planned day on a date nobody else uses, seen on that very morning. */
async function dayOn(date: string): Promise<{ id: string; ctx: Ctx; programmeId: string }> {
  const programmeId = await programme({
    weekday: day(date).dayOfWeek,
    from: date,
    to: day(date).add({ days: 1 }).toString(),
  })
  const ctx = at(desk.officer, `${date}T00:45:00Z`)
  const [found] = await planned(ctx, programmeId, date)
  return { id: found!.id, ctx, programmeId }
}

describe('the programme', () => {
  test('is kept whole: promises in order, partners, officers, hours', async () => {
    const id = await programme()
    expect(await getProgramme(desk.office, { programmeId: id })).toMatchObject({
      ...terms(),
      weekday: 5,
      validTo: null,
    })
  })

  test('goes on only within its days', async () => {
    const id = await programme({ from: '2023-01-01', to: '2023-06-01' })
    const on = async (date: string) =>
      (await listProgrammes(desk.office, { on: day(date) })).some((it) => it.id === id)
    expect([await on('2023-05-31'), await on('2023-06-01')]).toEqual([true, false])
  })

  const refused: [string, string, Parameters<typeof programme>[0]][] = [
    ['without a name', 'service_days.name_missing', { nameVi: ' ' }],
    ['without hours', 'service_days.hours_missing', { hours: { morning: null, afternoon: null } }],
    [
      'with hours that are none',
      'service_days.hours_not_a_time',
      { hours: { morning: { from: '7h', to: '11:30' }, afternoon: null } },
    ],
    [
      'that ends before it begins in the morning',
      'service_days.hours_backwards',
      { hours: { morning: { from: '11:30', to: '07:30' }, afternoon: null } },
    ],
    [
      'whose afternoon begins before noon ends',
      'service_days.hours_backwards',
      {
        hours: {
          morning: { from: '07:30', to: '14:00' },
          afternoon: { from: '13:30', to: '17:00' },
        },
      },
    ],
    ['with room for nobody', 'service_days.capacity_impossible', { capacity: 0 }],
    ['on an eighth weekday', 'service_days.weekday_unknown', { weekday: 8 }],
    [
      'that is over before it starts',
      'service_days.ends_before_it_begins',
      { from: '2026-01-02', to: '2026-01-01' },
    ],
    [
      'at a place that is not the office’s',
      'service_days.venue_unknown',
      { venueId: '00000000-0000-7000-8000-000000000000' },
    ],
    [
      'with an officer of elsewhere',
      'service_days.officer_unknown',
      { officerIds: ['00000000-0000-7000-8000-000000000000'] },
    ],
    [
      'that promises an unknown procedure',
      'service_days.procedure_unknown',
      { procedures: [{ code: '9.999999', sameDay: false }] },
    ],
  ]
  test.each(refused)('%s is refused', async (_, code, differs) => {
    await expect(programme(differs)).rejects.toMatchObject({ code })
  })

  test('is nobody’s to plan without the right', async () => {
    const reader = asOfficer(desk.office, ['requests.read'])
    await expect(
      addProgramme(reader, { ...terms(), weekday: 5, validFrom: day('2026-01-01'), validTo: null }),
    ).rejects.toMatchObject({ code: 'identity.not_allowed' })
  })

  test('of another office is not found', async () => {
    const id = await programme()
    const stranger = await hiredAs(await otherOffice(desk.office), 'officer')
    await expect(getProgramme(stranger, { programmeId: id })).rejects.toMatchObject({
      code: 'service_days.programme_not_found',
    })
  })

  test('when changed takes its planned days along, save what a day was given of its own', async () => {
    const id = await programme({ weekday: 2, from: '2028-01-01', to: '2028-01-20' })
    const ctx = at(desk.officer, '2028-01-01T01:00:00Z')
    const [first, second] = await planned(ctx, id, '2028-01-15')
    await changeServiceDay(ctx, { serviceDayId: first!.id, capacity: 5 })
    await changeProgramme(ctx, { ...terms({ capacity: 60 }), programmeId: id })
    const days = await planned(ctx, id, '2028-01-15')
    expect(days.map((it) => it.capacity)).toEqual([5, 60])
    expect(days.map((it) => it.id)).toEqual([first!.id, second!.id])
  })

  test('when ended calls off what was planned, with the reason', async () => {
    const id = await programme({ weekday: 3, from: '2028-02-01' })
    const ctx = at(desk.officer, '2028-02-01T01:00:00Z')
    await planned(ctx, id, '2028-02-20')
    await endProgramme(ctx, { programmeId: id, validTo: day('2028-02-09'), reason: 'Hết đợt' })
    const days = await planned(ctx, id, '2028-03-20')
    expect(days.map((it) => [it.date.toString(), it.state, it.cancelReason])).toEqual([
      ['2028-02-02', 'planned', null],
      ['2028-02-09', 'cancelled', 'Hết đợt'],
      ['2028-02-16', 'cancelled', 'Hết đợt'],
    ])
    await expect(
      endProgramme(ctx, { programmeId: id, validTo: day('2028-01-31'), reason: 'Hết đợt' }),
    ).rejects.toMatchObject({ code: 'service_days.date_in_past' })
  })
})

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
    const id = await programme({ holidayPolicy: policy, from })
    const days = await planned(at(desk.officer, `${from}T01:00:00Z`), id, until)
    expect(days.map((it) => `${it.date.toString()} ${it.state}`)).toEqual(expected)
  })

  test('a Friday that is left out is told with the name of the day off', async () => {
    const id = await programme({ from: '2026-04-27', to: '2026-05-03' })
    const [first] = await planned(at(desk.officer, '2026-04-27T01:00:00Z'), id, '2026-05-01')
    expect(first).toMatchObject({ state: 'cancelled', cancelReason: first!.holiday!.vi })
    expect(first!.holiday!.en).toMatch(/workers/i)
  })

  test('a Saturday programme sits on Saturdays', async () => {
    const id = await programme({ weekday: 6, from: '2026-06-01', to: '2026-06-15' })
    const days = await planned(at(desk.officer, '2026-06-01T01:00:00Z'), id, '2026-06-30')
    expect(days.map((it) => `${it.date.toString()} ${it.state}`)).toEqual([
      '2026-06-06 planned',
      '2026-06-13 planned',
    ])
  })

  test('asked twice, and by twenty at once, plans each Friday once', async () => {
    const id = await programme({ from: '2027-06-01', to: '2027-07-01' })
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
    const id = await programme({ from: '2027-08-01', to: '2027-08-15' })
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
    const { id } = await dayOn('2027-03-05')
    expect((await getServiceDay(desk.office, { serviceDayId: id })).officerIds).toEqual([officerId])
  })
})

describe('moving and calling off', () => {
  test('a moved day tells from when, to when and why', async () => {
    const { id, ctx } = await dayOn('2027-03-12')
    await moveServiceDay(ctx, { serviceDayId: id, date: day('2027-03-15'), reason: 'Bầu cử' })
    expect(await getServiceDay(ctx, { serviceDayId: id })).toMatchObject({
      announcedDate: day('2027-03-12'),
      date: day('2027-03-15'),
      movedReason: 'Bầu cử',
    })
  })

  test('refuses yesterday, the same date, a Sunday, a holiday and no reason', async () => {
    const { id, ctx } = await dayOn('2026-04-17')
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
    const { id, ctx } = await dayOn('2027-03-19')
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
    const id = await programme({ from: '2027-09-06', to: '2027-09-25' })
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
    const { id, ctx, programmeId } = await dayOn('2027-04-02')
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
    const { ctx, programmeId } = await dayOn('2027-04-09')
    const extra = (date: string) =>
      addExtraDay(ctx, { programmeId, date: day(date), reason: 'Chợ' })
    await extra('2027-04-11')
    await expect(extra('2027-04-30')).rejects.toMatchObject({ code: 'service_days.day_off' })
    await expect(extra('2027-04-08')).rejects.toMatchObject({ code: 'service_days.date_in_past' })
    await expect(extra('2027-04-11')).rejects.toMatchObject({ code: 'service_days.date_taken' })
  })
})

describe('the day itself', () => {
  test('opens on its date only, closes with a reason, and opens again when it closed too early', async () => {
    const { id, ctx } = await dayOn('2027-05-07')
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
    const { id, ctx } = await dayOn('2027-05-14')
    await openServiceDay(ctx, { serviceDayId: id })
    const after = at(ctx, '2027-05-15T01:00:00Z')
    await expect(requireOpenServiceDay(after, id)).rejects.toMatchObject({
      code: 'service_days.not_open',
    })
    expect(await findOpenServiceDay(after)).toBeNull()
  })

  test('has a place, hours, room and officers of its own', async () => {
    const { id, ctx } = await dayOn('2027-05-21')
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
    const { id, ctx } = await dayOn('2029-05-03')
    expect((await findNextServiceDay(ctx))?.id).toBe(id)
    await openServiceDay(ctx, { serviceDayId: id })
    await closeServiceDay(ctx, { serviceDayId: id, reason: 'Hết người' })
    expect((await findNextServiceDay(ctx))?.id).not.toBe(id)
  })

  test('of another office is not found, and nobody opens it', async () => {
    const { id } = await dayOn('2027-05-28')
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
    const { id, ctx } = await dayOn('2027-06-11')
    const row = await ctx.db
      .selectFrom('service_days.service_day_report')
      .selectAll()
      .where('service_day_id', '=', id)
      .executeTakeFirstOrThrow()
    expect(row).toMatchObject({
      programme_name: 'Ngày thứ 6 tại chỗ',
      state: 'planned',
      moved: false,
      officers: 1,
    })
  })
})
