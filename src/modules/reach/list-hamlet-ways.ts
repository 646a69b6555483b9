import { sql } from 'kysely'
import type { Ctx } from '#src/base/ctx.ts'
import { listHamlets } from '#src/modules/offices/index.ts'
import type { ReachedHamlet } from './hamlet.ts'

/** The hamlets of the commune by name, each with its loudspeaker and its head. */
export async function listHamletWays(ctx: Pick<Ctx, 'db' | 'officeId'>): Promise<ReachedHamlet[]> {
  const [hamlets, ways] = await Promise.all([
    listHamlets(ctx),
    ctx.db
      .selectFrom('reach.hamlet')
      .select(['hamlet_id as id', 'has_loudspeaker as hasLoudspeaker', 'head_name as headName'])
      .select(sql<boolean>`head_phone_sealed is not null`.as('hasPhone'))
      .where('office_id', '=', ctx.officeId)
      .execute(),
  ])
  const wayOf = new Map(ways.map((it) => [it.id, it]))
  return hamlets.map((hamlet) => ({
    hasLoudspeaker: false,
    headName: '',
    hasPhone: false,
    ...wayOf.get(hamlet.id),
    ...hamlet,
  }))
}
