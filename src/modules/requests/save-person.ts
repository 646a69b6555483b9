import type { Insertable } from 'kysely'
import type { Ctx } from '#src/base/ctx.ts'
import { fold } from '#src/base/fold.ts'
import { Refusal } from '#src/base/refusal.ts'
import type { RequestsPerson } from '#src/base/database.generated.ts'
import { vietnamDay } from '#src/base/vietnam-day.ts'
import { findCommune, normalizePhone, parseIdNumber } from '#src/modules/places/index.ts'
import type { PersonInput } from './person.ts'

/** Which of the people of a request: the form's fields carry it before their name. */
export type Party = 'subject' | 'requester'

/**
 * Keeps what the desk was told of a person: found again by `id` or ID number, or by phone and name
 * together, what is newer takes the place of what was known; else the person is new. What is left out
 * stays as it was.
 *
 * Refuses no name, a birth date in the future or before 1900, a malformed ID number or phone, an
 * unknown commune, a person of another office, and an ID number that is somebody else's.
 */
export async function savePerson(ctx: Ctx, input: PersonInput, party: Party): Promise<string> {
  const known = await columns(ctx, input, party)
  const id = input.id ?? (await findSame(ctx, known, party))
  const refuse = () => new Refusal('requests.id_number_of_another', { field: `${party}.idNumber` })
  if (id === undefined) {
    // Two desks that type the same new ID number at once end with one person.
    const added = await ctx.db
      .insertInto('requests.person')
      .values({ ...known, office_id: ctx.officeId, created_at: ctx.now, updated_at: ctx.now })
      .onConflict((oc) =>
        oc
          .columns(['office_id', 'id_number_mark'])
          .where('id_number_mark', 'is not', null)
          .doUpdateSet({ ...known, updated_at: ctx.now })
          .where('requests.person.folded_name', '=', fold(known.full_name)),
      )
      .returning('id')
      .executeTakeFirst()
    if (!added) throw refuse()
    return added.id
  }
  if (known.id_number_mark) {
    const owner = await byIdNumber(ctx, known.id_number_mark)
    if (owner && owner.id !== id) throw refuse()
  }
  const changed = await ctx.db
    .updateTable('requests.person')
    .set({ ...known, updated_at: ctx.now })
    .where('office_id', '=', ctx.officeId)
    .where('id', '=', id)
    .returning('id')
    .executeTakeFirst()
  if (!changed) throw new Refusal('requests.person_not_found', { field: `${party}.id` })
  return changed.id
}

type Known = Partial<Insertable<RequestsPerson>> & { full_name: string }

/** An equal ID number is the same person, and must bear the name; an equal phone only with the name. */
async function findSame(ctx: Ctx, known: Known, party: Party): Promise<string | undefined> {
  const folded = fold(known.full_name)
  if (known.id_number_mark) {
    const owner = await byIdNumber(ctx, known.id_number_mark)
    if (owner && owner.folded_name !== folded)
      throw new Refusal('requests.id_number_of_another', { field: `${party}.idNumber` })
    if (owner) return owner.id
  }
  if (!known.phone_mark) return undefined
  const found = await ctx.db
    .selectFrom('requests.person')
    .select(['id', 'id_number_mark', 'birth_year'])
    .where('office_id', '=', ctx.officeId)
    .where('phone_mark', '=', known.phone_mark)
    .where('folded_name', '=', folded)
    .orderBy('updated_at', 'desc')
    .executeTakeFirst()
  if (!found) return undefined
  // One phone serves a house, and a grandchild may bear the grandfather's name.
  const contradicts =
    (known.id_number_mark && found.id_number_mark) ||
    (known.birth_year && found.birth_year && known.birth_year !== found.birth_year)
  return contradicts ? undefined : found.id
}

async function byIdNumber(ctx: Ctx, mark: Buffer) {
  return ctx.db
    .selectFrom('requests.person')
    .select(['id', 'folded_name'])
    .where('office_id', '=', ctx.officeId)
    .where('id_number_mark', '=', mark)
    .executeTakeFirst()
}

async function columns(ctx: Ctx, input: PersonInput, party: Party): Promise<Known> {
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
