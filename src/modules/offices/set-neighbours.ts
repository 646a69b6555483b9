import { inTransaction, type Ctx } from '#src/base/ctx.ts'
import { refuseBreach } from '#src/base/refuse-breach.ts'
import { requireRight } from '#src/base/right.ts'
import { record } from '#src/modules/audit/index.ts'
import type { CommuneKey } from './office.ts'

/** The office names the communes around it; the list before is replaced. Refuses an unknown commune. */
export async function setNeighbours(ctx: Ctx, communes: readonly CommuneKey[]): Promise<void> {
  requireRight(ctx, 'offices.edit')
  return inTransaction(ctx, async (ctx) => {
    await ctx.db.deleteFrom('offices.neighbour').where('office_id', '=', ctx.officeId).execute()
    if (communes.length > 0)
      await refuseBreach(
        { neighbour_is_a_commune: ['offices.commune_unknown', { field: 'neighbours' }] },
        () =>
          ctx.db
            .insertInto('offices.neighbour')
            .values(
              communes.map((it) => ({
                office_id: ctx.officeId,
                commune_code: it.code,
                commune_valid_from: it.validFrom,
              })),
            )
            // Named twice is named once.
            .onConflict((oc) => oc.doNothing())
            .execute(),
      )
    await record(ctx, 'offices.neighbours_set', ctx.officeId, { count: communes.length })
  })
}
