import { describe, expect, test } from 'vitest'
import { useDesk } from '#test/desk.ts'
import { asOfficer, at, hiredAs, otherOffice } from '#test/office.ts'
import { planned, programme, terms, type ProgrammeOf } from '#test/planned.ts'
import {
  addProgramme,
  changeProgramme,
  changeServiceDay,
  endProgramme,
  getProgramme,
  listProgrammes,
} from './index.ts'

const desk = useDesk()
const day = (iso: string) => Temporal.PlainDate.from(iso)

describe('the programme', () => {
  test('is kept whole: promises in order, partners, officers, hours', async () => {
    const id = await programme(desk, { nameVi: terms(desk).nameVi })
    expect(await getProgramme(desk.office, { programmeId: id })).toMatchObject({
      ...terms(desk),
      weekday: 5,
      validTo: null,
    })
  })

  test('decided by twenty presses at once is one programme, and the others are told', async () => {
    const one = { ...terms(desk, { nameVi: 'Thứ Bảy vì dân' }), weekday: 6, validTo: null }
    const presses = await Promise.allSettled(
      Array.from({ length: 20 }, () =>
        addProgramme(desk.officer, { ...one, validFrom: day('2026-03-01') }),
      ),
    )
    const refused = presses.filter((it) => it.status === 'rejected')
    expect(refused).toHaveLength(19)
    expect(new Set(refused.map((it) => it.reason.code))).toEqual(
      new Set(['service_days.programme_twice']),
    )
  })

  test('goes on only within its days', async () => {
    const id = await programme(desk, { from: '2023-01-01', to: '2023-06-01' })
    const on = async (date: string) =>
      (await listProgrammes(desk.office, { on: day(date) })).some((it) => it.id === id)
    expect([await on('2023-05-31'), await on('2023-06-01')]).toEqual([true, false])
  })

  const refused: [string, string, ProgrammeOf][] = [
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
    await expect(programme(desk, differs)).rejects.toMatchObject({ code })
  })

  test('is nobody’s to plan without the right', async () => {
    const reader = asOfficer(desk.office, ['requests.read'])
    await expect(
      addProgramme(reader, {
        ...terms(desk),
        weekday: 5,
        validFrom: day('2026-01-01'),
        validTo: null,
      }),
    ).rejects.toMatchObject({ code: 'identity.not_allowed' })
  })

  test('of another office is not found', async () => {
    const id = await programme(desk)
    const stranger = await hiredAs(await otherOffice(desk.office), 'officer')
    await expect(getProgramme(stranger, { programmeId: id })).rejects.toMatchObject({
      code: 'service_days.programme_not_found',
    })
  })

  test('when changed takes its planned days along, save what a day was given of its own', async () => {
    const id = await programme(desk, { weekday: 2, from: '2028-01-01', to: '2028-01-20' })
    const ctx = at(desk.officer, '2028-01-01T01:00:00Z')
    const [first, second] = await planned(ctx, id, '2028-01-15')
    await changeServiceDay(ctx, { serviceDayId: first!.id, capacity: 5 })
    await changeProgramme(ctx, { ...terms(desk, { capacity: 60 }), programmeId: id })
    const days = await planned(ctx, id, '2028-01-15')
    expect(days.map((it) => it.capacity)).toEqual([5, 60])
    expect(days.map((it) => it.id)).toEqual([first!.id, second!.id])
  })

  test('when ended calls off what was planned, with the reason', async () => {
    const id = await programme(desk, { weekday: 3, from: '2028-02-01' })
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
