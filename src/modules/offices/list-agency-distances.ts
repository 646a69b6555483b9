import type { Ctx } from '#src/base/ctx.ts'
import type { AgencyDistance } from './agency-distance.ts'

/** All that the office has set, past and to come: by seat, then by day. */
export async function listAgencyDistances(
  ctx: Pick<Ctx, 'db' | 'officeId'>,
): Promise<AgencyDistance[]> {
  return ctx.db
    .selectFrom('offices.agency_distance')
    .select(['at', 'valid_from as validFrom', 'valid_to as validTo', 'km', 'note'])
    .where('office_id', '=', ctx.officeId)
    .orderBy('at')
    .orderBy('valid_from')
    .execute()
}
