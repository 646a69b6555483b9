import { inTransaction, type Ctx } from '#src/base/ctx.ts'
import { refuseBreach } from '#src/base/refuse-breach.ts'
import { requireRight } from '#src/base/right.ts'
import { record } from '#src/modules/audit/index.ts'
import { venueBreaches, venueColumns, type Venue } from './venue.ts'

type NewVenue = Pick<Venue, 'kind' | 'name'> & Partial<Pick<Venue, 'address' | 'note'>>

/** The office names a place where it can hold a service day. Refuses a name that is empty or taken. */
export async function addVenue(ctx: Ctx, input: NewVenue): Promise<Venue> {
  requireRight(ctx, 'offices.edit')
  return inTransaction(ctx, async (ctx) => {
    const venue = await refuseBreach(venueBreaches, () =>
      ctx.db
        .insertInto('offices.venue')
        .values({
          office_id: ctx.officeId,
          kind: input.kind,
          name: input.name,
          address: input.address ?? '',
          note: input.note ?? '',
        })
        .returning(venueColumns)
        .executeTakeFirstOrThrow(),
    )
    await record(ctx, 'offices.venue_added', venue.id)
    return venue
  })
}
