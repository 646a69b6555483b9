import type { Ctx } from '#src/base/ctx.ts'
import type { CommuneKey } from './office.ts'

/** The communes around, of today and of before, whose people count as neighbours here. */
export async function listNeighbours(ctx: Pick<Ctx, 'db' | 'officeId'>): Promise<CommuneKey[]> {
  return ctx.db
    .selectFrom('offices.neighbour')
    .select(['commune_code as code', 'commune_valid_from as validFrom'])
    .where('office_id', '=', ctx.officeId)
    .orderBy('commune_code')
    .orderBy('commune_valid_from')
    .execute()
}
