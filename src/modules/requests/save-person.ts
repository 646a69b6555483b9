import type { Ctx } from '#src/base/ctx.ts'
import { fold } from '#src/base/fold.ts'
import { Refusal } from '#src/base/refusal.ts'
import { refuseBreach } from '#src/base/refuse-breach.ts'
import { findSamePerson } from './find-same-person.ts'
import { personColumns, type Party } from './person-columns.ts'
import type { PersonInput } from './person.ts'

/**
 * Keeps what the desk was told of a person: found again by `id` or ID number, or by phone and name
 * together, what is newer takes the place of what was known; else the person is new. What is left out
 * stays as it was.
 *
 * Refuses no name, a birth date in the future or before 1900, a malformed ID number or phone, an
 * unknown commune, a person of another office, and an ID number that is somebody else's.
 */
export async function savePerson(ctx: Ctx, input: PersonInput, party: Party): Promise<string> {
  const known = await personColumns(ctx, input, party)
  const id = input.id ?? (await findSamePerson(ctx, known, party))
  if (id === null) {
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
    if (!added) throw new Refusal('requests.id_number_of_another', { field: `${party}.idNumber` })
    return added.id
  }
  const changed = await refuseBreach(
    {
      person_id_number_is_unique_in_office: [
        'requests.id_number_of_another',
        { field: `${party}.idNumber` },
      ],
    },
    () =>
      ctx.db
        .updateTable('requests.person')
        .set({ ...known, updated_at: ctx.now })
        .where('office_id', '=', ctx.officeId)
        .where('id', '=', id)
        .returning('id')
        .executeTakeFirst(),
  )
  if (!changed) throw new Refusal('requests.person_not_found', { field: `${party}.id` })
  return changed.id
}
