import { fold } from '#src/base/fold.ts'
import type { Ctx } from '#src/base/ctx.ts'
import { requireRight } from '#src/base/right.ts'
import { normalizePhone, parseIdNumber } from '#src/modules/places/index.ts'
import { personOf, type Person } from './person.ts'

const most = 20

/**
 * Whom the office has helped before, so that nothing is typed twice: by the whole phone or ID number,
 * by a person's own id, or by a part of the name with or without marks (two letters at least), newest first, at most 20.
 * Nothing asked finds nobody. Refuses a number that cannot be one; persons of other offices are never found.
 */
export async function findPersons(
  ctx: Ctx,
  input: { id?: string; phone?: string; idNumber?: string; name?: string },
): Promise<Person[]> {
  requireRight(ctx, 'requests.work')
  const phone = input.phone ? normalizePhone(input.phone) : null
  const idNumber = input.idNumber ? parseIdNumber(input.idNumber).number : null
  const name = fold(input.name ?? '')
  if (!input.id && !phone && !idNumber && name.length < 2) return []
  let query = ctx.db
    .selectFrom('requests.person')
    .selectAll()
    .where('office_id', '=', ctx.officeId)
    .orderBy('updated_at', 'desc')
    .limit(most)
  if (input.id) query = query.where('id', '=', input.id)
  if (phone) query = query.where('phone_mark', '=', ctx.sealer.mark('phone', phone))
  if (idNumber) query = query.where('id_number_mark', '=', ctx.sealer.mark('id_number', idNumber))
  if (name.length >= 2)
    query = query.where('folded_name', 'like', `%${name.replace(/[\\%_]/g, '\\$&')}%`)
  return (await query.execute()).map((row) => personOf(ctx, row))
}
