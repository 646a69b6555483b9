import type { OfficesVenueKind } from '#src/base/database.generated.ts'
import type { refuseBreach } from '#src/base/refuse-breach.ts'

/** Where a service day can be held: the hall, a hamlet's culture house, a factory. */
export type Venue = {
  id: string
  kind: OfficesVenueKind
  name: string
  address: string
  /** What people should know: which gate, where to park, that there is a ramp. */
  note: string
  /** False when no new day is planned there; days held there keep it. */
  inUse: boolean
}

export const venueColumns = ['id', 'kind', 'name', 'address', 'note', 'in_use as inUse'] as const

export const venueBreaches: Parameters<typeof refuseBreach>[0] = {
  venue_has_a_name: ['offices.venue_name_missing', { field: 'name' }],
  venue_name_is_unique_in_office: ['offices.venue_name_taken', { field: 'name' }],
}
