import type { Selectable } from 'kysely'
import type { Ctx } from '#src/base/ctx.ts'
import type { RequestsPerson, RequestsSex } from '#src/base/database.generated.ts'
import type { CommuneKey } from '#src/modules/offices/index.ts'
import { maskIdNumber, maskPhone } from '#src/modules/places/index.ts'

/** What the desk is told of a person. With `id` the person was found again, and is corrected. */
export type PersonInput = {
  id?: string
  fullName: string
  birthDate?: Temporal.PlainDate | null
  /** Where only the year is known. */
  birthYear?: number | null
  sex?: RequestsSex | null
  /** 12 digits; spaces and dots do not matter. */
  idNumber?: string | null
  phone?: string | null
  /** A commune of today or of before; null where only words are known. */
  commune?: CommuneKey | null
  residenceText?: string | null
  hamlet?: string | null
}

/** A person as screens show them: the ID number and phone by their last four digits only. */
export type Person = {
  id: string
  fullName: string
  birthDate: Temporal.PlainDate | null
  birthYear: number | null
  sex: RequestsSex | null
  idNumberMasked: string | null
  phoneMasked: string | null
  commune: CommuneKey | null
  residenceText: string | null
  hamlet: string | null
}

export function personOf(ctx: Pick<Ctx, 'sealer'>, row: Selectable<RequestsPerson>): Person {
  return {
    id: row.id,
    fullName: row.full_name,
    birthDate: row.birth_date,
    birthYear: row.birth_year,
    sex: row.sex,
    idNumberMasked: row.id_number_sealed && maskIdNumber(ctx.sealer.open(row.id_number_sealed)),
    phoneMasked: row.phone_sealed && maskPhone(ctx.sealer.open(row.phone_sealed)),
    commune:
      row.commune_code !== null && row.commune_valid_from !== null
        ? { code: row.commune_code, validFrom: row.commune_valid_from }
        : null,
    residenceText: row.residence_text,
    hamlet: row.hamlet,
  }
}

/** 'Nguyễn Thị A' is shown in public as 'N. T. A.'. */
export function initials(fullName: string): string {
  return fullName
    .normalize('NFC')
    .split(/\s+/)
    .filter((word) => word !== '')
    .map((word) => `${[...word][0]!.toUpperCase()}.`)
    .join(' ')
}

/** Younger than 18 on the day; null when the birth date is not known well enough to say. */
export function isMinor(
  person: { birthDate?: Temporal.PlainDate | null; birthYear?: number | null },
  on: Temporal.PlainDate,
): boolean | null {
  if (person.birthDate)
    return Temporal.PlainDate.compare(person.birthDate.add({ years: 18 }), on) > 0
  if (!person.birthYear) return null
  const age = on.year - person.birthYear
  return age === 18 ? null : age < 18
}
