import type { Selectable } from 'kysely'
import type { OfficesVenue } from '#src/base/database.generated.ts'
import type { refuseBreach } from '#src/base/refuse-breach.ts'

/** Where a service day can be held: the hall, a hamlet's culture house, a factory. */
export type Venue = Selectable<OfficesVenue>

export const venueBreaches: Parameters<typeof refuseBreach>[0] = {
  venue_has_a_name: ['offices.venue_name_missing', { field: 'name' }],
  venue_name_is_unique_in_office: ['offices.venue_name_taken', { field: 'name' }],
}
