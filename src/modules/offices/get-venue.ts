import type { Ctx } from '#src/base/ctx.ts'
import { Refusal } from '#src/base/refusal.ts'
import { venueColumns, type Venue } from './venue.ts'

/** A venue of this office, in use or not. Refuses one that is not the office's. */
export async function getVenue(
  ctx: Pick<Ctx, 'db' | 'officeId'>,
  input: { venueId: string },
): Promise<Venue> {
  const found = await ctx.db
    .selectFrom('offices.venue')
    .select(venueColumns)
    .where('office_id', '=', ctx.officeId)
    .where('id', '=', input.venueId)
    .executeTakeFirst()
  if (!found) throw new Refusal('offices.venue_not_found')
  return found
}
