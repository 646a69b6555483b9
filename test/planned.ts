import type { Ctx } from '#src/base/ctx.ts'
import {
  addProgramme,
  listServiceDays,
  planDays,
  type ProgrammeTerms,
  type ServiceDay,
} from '#src/modules/service-days/index.ts'
import type { Desk } from './desk.ts'
import { procedures } from './nation.ts'
import { at } from './office.ts'

const day = (iso: string) => Temporal.PlainDate.from(iso)

/** A "Ngày thứ 6 tại chỗ" as the office decides on it; a test says what differs. */
export function terms(desk: Desk, differs: Partial<ProgrammeTerms> = {}): ProgrammeTerms {
  return {
    nameVi: 'Ngày thứ 6 tại chỗ',
    nameEn: 'Friday on the spot',
    venueId: desk.venueId,
    hours: { morning: { from: '07:30', to: '11:30' }, afternoon: { from: '13:30', to: '17:00' } },
    officerIds: [officerIdOf(desk)],
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

export function officerIdOf(desk: Desk): string {
  if (desk.officer.actor.kind !== 'officer') throw new Error('the desk has no officer')
  return desk.officer.actor.officerId
}

export type ProgrammeOf = Partial<ProgrammeTerms & { weekday: number; from: string; to: string }>

let made = 0

/** A programme of Fridays with a name of its own, unless the test says otherwise. */
export async function programme(desk: Desk, differs: ProgrammeOf = {}): Promise<string> {
  const { weekday = 5, from = '2026-01-01', to, ...rest } = differs
  const { id } = await addProgramme(desk.officer, {
    ...terms(desk, { nameVi: `Ngày thứ 6 tại chỗ ${++made}`, ...rest }),
    weekday,
    validFrom: day(from),
    validTo: to ? day(to) : null,
  })
  return id
}

/** Every day of a programme, planned at the moment of `ctx` until a date. */
export async function planned(ctx: Ctx, programmeId: string, until: string): Promise<ServiceDay[]> {
  await planDays(ctx, { until: day(until) })
  return listServiceDays(ctx, { from: day('2020-01-01'), to: day('2030-01-01'), programmeId })
}

/** One planned day of a programme of its own, seen on that very morning. */
export async function dayOn(
  desk: Desk,
  date: string,
): Promise<{ id: string; ctx: Ctx; programmeId: string }> {
  const weekday = day(date).dayOfWeek
  const to = day(date).add({ days: 1 }).toString()
  const programmeId = await programme(desk, { weekday, from: date, to })
  const ctx = at(desk.officer, `${date}T00:45:00Z`)
  const [found] = await planned(ctx, programmeId, date)
  return { id: found!.id, ctx, programmeId }
}
