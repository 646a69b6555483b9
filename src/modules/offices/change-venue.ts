import { inTransaction, type Ctx } from '#src/base/ctx.ts'
import { Refusal } from '#src/base/refusal.ts'
import { refuseBreach } from '#src/base/refuse-breach.ts'
import { requireRight } from '#src/base/right.ts'
import { record } from '#src/modules/audit/index.ts'
import { venueBreaches, venueColumns, type Venue } from './venue.ts'

type Changes = Partial<Pick<Venue, 'kind' | 'name' | 'address' | 'note' | 'inUse'>>

/**
 * The office corrects a venue, or no longer uses it (`inUse: false`): days held there keep it.
 * Refuses a venue of another office and a name that is empty or taken.
 */
export async function changeVenue(
  ctx: Ctx,
  input: { venueId: string; changes: Changes },
): Promise<Venue> {
  requireRight(ctx, 'offices.edit')
  const { kind, name, address, note, inUse } = input.changes
  return inTransaction(ctx, async (ctx) => {
    const venue = await refuseBreach(venueBreaches, () =>
      ctx.db
        .updateTable('offices.venue')
        .set((eb) => ({ id: eb.ref('id'), kind, name, address, note, in_use: inUse }))
        .where('office_id', '=', ctx.officeId)
        .where('id', '=', input.venueId)
        .returning(venueColumns)
        .executeTakeFirst(),
    )
    if (!venue) throw new Refusal('offices.venue_not_found')
    await record(ctx, 'offices.venue_changed', venue.id, { fields: Object.keys(input.changes) })
    return venue
  })
}
