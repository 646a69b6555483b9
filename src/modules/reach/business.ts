import type { refuseBreach } from '#src/base/refuse-breach.ts'

/** A factory, cooperative or shop whose workers the office wants to reach. */
export type Business = {
  id: string
  name: string
  /** Null when nobody has counted. */
  workers: number | null
  contactName: string
  /** Whole only by `revealContactPhone`. */
  hasPhone: boolean
  address: string
  hamletId: string | null
  /** When somebody of the office was there last to tell of the service days. */
  visitedOn: Temporal.PlainDate | null
  inUse: boolean
}

export type BusinessInput = {
  name: string
  workers: number | null
  contactName: string
  /** As typed; '' for none, null to leave what is kept. */
  contactPhone: string | null
  address: string
  hamletId: string | null
  inUse?: boolean
}

export const businessBreaches: Parameters<typeof refuseBreach>[0] = {
  business_has_a_name: ['reach.business_name_missing', { field: 'name' }],
  business_name_is_unique_in_office: ['reach.business_name_taken', { field: 'name' }],
  business_workers_are_possible: ['reach.workers_impossible', { field: 'workers' }],
  business_lies_in_a_hamlet: ['reach.hamlet_not_found', { field: 'hamletId' }],
}
