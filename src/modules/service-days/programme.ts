import type { Insertable, Selectable } from 'kysely'
import type { Ctx } from '#src/base/ctx.ts'
import type {
  ServiceDaysHolidayPolicy,
  ServiceDaysPartnerKind,
  ServiceDaysProgramme,
} from '#src/base/database.generated.ts'
import { Refusal } from '#src/base/refusal.ts'
import { hoursColumns, hoursOf, type Hours } from './hours.ts'

export type HolidayPolicy = ServiceDaysHolidayPolicy
export type PartnerKind = ServiceDaysPartnerKind

/** A procedure that the programme promises; `sameDay` promises the result on the day itself. */
export type Promised = { code: string; sameDay: boolean }

/** Who else sits there, as the office calls them: "Công an xã Vụ Bản". */
export type Partner = { kind: PartnerKind; name: string }

/** "Ngày thứ 6 tại chỗ": what an office does again and again on one weekday. */
export type Programme = ProgrammeTerms & {
  id: string
  /** ISO: 1 is Monday, 5 is Friday. */
  weekday: number
  validFrom: Temporal.PlainDate
  /** The first day that is no longer of the programme; null while it goes on. */
  validTo: Temporal.PlainDate | null
}

/** What may be changed while the programme goes on. */
export type ProgrammeTerms = {
  nameVi: string
  nameEn: string
  venueId: string
  hours: Hours
  officerIds: string[]
  procedures: Promised[]
  partners: Partner[]
  /** How many people a day has room for; null when nobody is turned away. */
  capacity: number | null
  holidayPolicy: HolidayPolicy
}

/** Refuses a programme without a name and one with room for nobody. */
export function termColumns(terms: ProgrammeTerms) {
  const nameVi = terms.nameVi.normalize('NFC').trim()
  const nameEn = terms.nameEn.normalize('NFC').trim() || nameVi
  if (nameVi === '') throw new Refusal('service_days.name_missing', { field: 'nameVi' })
  requireRoom(terms.capacity)
  return {
    name_vi: nameVi,
    name_en: nameEn,
    venue_id: terms.venueId,
    ...hoursColumns(terms.hours),
    capacity: terms.capacity,
    holiday_policy: terms.holidayPolicy,
  } satisfies Partial<Insertable<ServiceDaysProgramme>>
}

export function requireRoom(capacity: number | null): void {
  if (capacity !== null && (!Number.isInteger(capacity) || capacity < 1 || capacity > 10_000))
    throw new Refusal('service_days.capacity_impossible', { field: 'capacity' })
}

/** The officers, procedures and partners of each of these programmes, put beside its row. */
export async function readProgrammes(
  ctx: Ctx,
  rows: Selectable<ServiceDaysProgramme>[],
): Promise<Programme[]> {
  if (rows.length === 0) return []
  const ids = rows.map((row) => row.id)
  const officers = await ctx.db
    .selectFrom('service_days.programme_officer')
    .selectAll()
    .where('office_id', '=', ctx.officeId)
    .where('programme_id', 'in', ids)
    .execute()
  const procedures = await ctx.db
    .selectFrom('service_days.programme_procedure')
    .selectAll()
    .where('office_id', '=', ctx.officeId)
    .where('programme_id', 'in', ids)
    .orderBy('position')
    .execute()
  const partners = await ctx.db
    .selectFrom('service_days.programme_partner')
    .selectAll()
    .where('office_id', '=', ctx.officeId)
    .where('programme_id', 'in', ids)
    .orderBy('position')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    nameVi: row.name_vi,
    nameEn: row.name_en,
    weekday: row.weekday,
    venueId: row.venue_id,
    hours: hoursOf(row),
    capacity: row.capacity,
    holidayPolicy: row.holiday_policy,
    validFrom: row.valid_from,
    validTo: row.valid_to,
    officerIds: officers.filter((it) => it.programme_id === row.id).map((it) => it.officer_id),
    procedures: procedures
      .filter((it) => it.programme_id === row.id)
      .map((it) => ({ code: it.procedure_code, sameDay: it.same_day })),
    partners: partners
      .filter((it) => it.programme_id === row.id)
      .map((it) => ({ kind: it.kind, name: it.name })),
  }))
}
