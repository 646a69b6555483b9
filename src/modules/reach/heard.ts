import type { Channel } from './channel.ts'

/**
 * Of which coming somebody speaks: a place waited for, a booking made, a number in the line, a request
 * without a number.
 */
export type Coming =
  | { kind: 'wish'; id: string }
  | { kind: 'appointment'; id: string }
  | { kind: 'visit'; id: string }
  | { kind: 'request'; id: string }

/**
 * How somebody heard and where they come from. The hamlet is where they live, as they say at the desk
 * or as the printed code says that they scanned; each may be unknown.
 */
export type Heard = {
  channel: Channel | null
  hamletId: string | null
  businessId: string | null
}

export const nothingHeard: Heard = { channel: null, hamletId: null, businessId: null }

export function saysNothing(heard: Heard): boolean {
  return heard.channel === null && heard.hamletId === null && heard.businessId === null
}

/** The column that points to what was said of. */
export const columnOf = {
  wish: 'wish_id',
  appointment: 'appointment_id',
  visit: 'visit_id',
  request: 'request_id',
} as const satisfies Record<Coming['kind'], string>
