import { sql } from 'kysely'
import type { Ctx } from '#src/base/ctx.ts'
import type { Business } from './business.ts'

/** The businesses of the commune by name, those no longer there last. */
export async function listBusinesses(
  ctx: Pick<Ctx, 'db' | 'officeId'>,
  input: { inUse?: boolean } = {},
): Promise<Business[]> {
  let query = ctx.db
    .selectFrom('reach.business')
    .select(['id', 'name', 'workers', 'contact_name as contactName', 'address'])
    .select(['hamlet_id as hamletId', 'in_use as inUse'])
    .select((eb) =>
      eb
        .selectFrom('reach.effort')
        .select((it) => it.fn.max('on_date').as('last'))
        .whereRef('business_id', '=', 'reach.business.id')
        .where('channel', '=', 'business')
        .as('visitedOn'),
    )
    .select(sql<boolean>`contact_phone_sealed is not null`.as('hasPhone'))
    .where('office_id', '=', ctx.officeId)
    .orderBy('in_use', 'desc')
    .orderBy('folded_name')
  if (input.inUse) query = query.where('in_use', '=', true)
  return query.execute()
}
