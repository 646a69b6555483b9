import { sql } from 'kysely'
import type { Ctx } from '#src/base/ctx.ts'
import type { AgencyDistance, AgencySeat } from './agency-distance.ts'

/**
 * The distances that hold on a day, by seat; a seat that the office has not set is absent. The
 * kilometres and hours saved of a request of that day are counted by these.
 */
export async function readAgencyDistances(
  ctx: Pick<Ctx, 'db' | 'officeId'>,
  input: { on: Temporal.PlainDate },
): Promise<Partial<Record<AgencySeat, Pick<AgencyDistance, 'km' | 'note'>>>> {
  const rows = await ctx.db
    .selectFrom('offices.agency_distance')
    .select(['at', 'km', 'note'])
    .where('office_id', '=', ctx.officeId)
    .where(sql<boolean>`valid @> ${input.on}::date`)
    .execute()
  return Object.fromEntries(rows.map(({ at, km, note }) => [at, { km, note }]))
}
