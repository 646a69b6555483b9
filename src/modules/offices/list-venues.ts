import type { Ctx } from '#src/base/ctx.ts'
import { venueColumns, type Venue } from './venue.ts'

/** The venues of the office: those in use first, each group by name. */
export async function listVenues(ctx: Pick<Ctx, 'db' | 'officeId'>): Promise<Venue[]> {
  return ctx.db
    .selectFrom('offices.venue')
    .select(venueColumns)
    .where('office_id', '=', ctx.officeId)
    .orderBy('in_use', 'desc')
    .orderBy('name')
    .execute()
}
