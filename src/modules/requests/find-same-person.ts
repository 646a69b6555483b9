import type { Ctx } from '#src/base/ctx.ts'
import { fold } from '#src/base/fold.ts'
import { Refusal } from '#src/base/refusal.ts'
import type { Known, Party } from './person-columns.ts'

/**
 * Whom these words mean, null when nobody yet: an equal ID number is the same person and must bear the
 * name, else it is refused; an equal phone counts only together with the name.
 */
export async function findSamePerson(ctx: Ctx, known: Known, party: Party): Promise<string | null> {
  const folded = fold(known.full_name)
  if (known.id_number_mark) {
    const owner = await ctx.db
      .selectFrom('requests.person')
      .select(['id', 'folded_name'])
      .where('office_id', '=', ctx.officeId)
      .where('id_number_mark', '=', known.id_number_mark)
      .executeTakeFirst()
    if (owner && owner.folded_name !== folded)
      throw new Refusal('requests.id_number_of_another', { field: `${party}.idNumber` })
    if (owner) return owner.id
  }
  if (!known.phone_mark) return null
  const found = await ctx.db
    .selectFrom('requests.person')
    .select(['id', 'id_number_mark', 'birth_year'])
    .where('office_id', '=', ctx.officeId)
    .where('phone_mark', '=', known.phone_mark)
    .where('folded_name', '=', folded)
    .orderBy('updated_at', 'desc')
    .executeTakeFirst()
  if (!found) return null
  // One phone serves a house, and a grandchild may bear the grandfather's name.
  const contradicts =
    (known.id_number_mark && found.id_number_mark) ||
    (known.birth_year && found.birth_year && known.birth_year !== found.birth_year)
  return contradicts ? null : found.id
}
