import type { Insertable } from 'kysely'
import type { Ctx } from '#src/base/ctx.ts'
import type { RequestsPerson } from '#src/base/database.generated.ts'
import { Refusal } from '#src/base/refusal.ts'
import { vietnamDay } from '#src/base/vietnam-day.ts'
import { findCommune, normalizePhone, parseIdNumber } from '#src/modules/places/index.ts'
import type { PersonInput } from './person.ts'

/** Which of the people of a request: the form's fields carry it before their name. */
export type Party = 'subject' | 'requester'

/** What was told of a person, as columns; what was left out is left out. */
export type Known = Partial<Insertable<RequestsPerson>> & { full_name: string }

/** Sealed, marked and checked, each refusal beside its field. See `savePerson` for what is refused. */
export async function personColumns(ctx: Ctx, input: PersonInput, party: Party): Promise<Known> {
  const full_name = input.fullName.normalize('NFC').replace(/\s+/g, ' ').trim()
  if (full_name === '' || full_name.length > 120)
    throw new Refusal('requests.name_missing', { field: `${party}.fullName` })
  const known: Known = { full_name }
  const birth_year = requireBirth(ctx, input, party)
  if (input.birthDate) Object.assign(known, { birth_date: input.birthDate, birth_year })
  // The year alone says less than a date that is known; it replaces one that contradicts it.
  else if (birth_year) Object.assign(known, { birth_date: null, birth_year })
  if (input.sex) known.sex = input.sex
  if (input.idNumber) {
    const { number } = parseIdNumber(input.idNumber, `${party}.idNumber`)
    known.id_number_sealed = ctx.sealer.seal(number)
    known.id_number_mark = ctx.sealer.mark('id_number', number)
  }
  if (input.phone) {
    const phone = normalizePhone(input.phone, `${party}.phone`)
    known.phone_sealed = ctx.sealer.seal(phone)
    known.phone_mark = ctx.sealer.mark('phone', phone)
    known.phone_tail_mark = ctx.sealer.mark('phone_tail', phone.slice(-4))
  }
  if (input.commune) {
    const { code, validFrom } = input.commune
    const commune = await findCommune(ctx, { code, at: validFrom })
    if (!commune?.valid_from.equals(validFrom))
      throw new Refusal('requests.commune_unknown', { field: `${party}.commune` })
    known.commune_code = code
    known.commune_valid_from = validFrom
  }
  if (input.residenceText) known.residence_text = input.residenceText.normalize('NFC').trim()
  if (input.hamlet) known.hamlet = input.hamlet.normalize('NFC').trim()
  return known
}

function requireBirth(ctx: Ctx, input: PersonInput, party: Party): number | null {
  const today = vietnamDay(ctx.now)
  const year = input.birthDate?.year ?? input.birthYear ?? null
  if (year === null) return null
  const future = input.birthDate
    ? Temporal.PlainDate.compare(input.birthDate, today) > 0
    : year > today.year
  const field = `${party}.${input.birthDate ? 'birthDate' : 'birthYear'}`
  if (future) throw new Refusal('requests.birth_in_future', { field })
  if (!Number.isInteger(year) || year < 1900)
    throw new Refusal('requests.birth_too_early', { field })
  return year
}
