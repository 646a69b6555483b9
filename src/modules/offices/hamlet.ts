import type { refuseBreach } from '#src/base/refuse-breach.ts'

/** A thôn, xóm or tổ dân phố of the commune; `households` null when nobody has counted. */
export type Hamlet = { id: string; name: string; households: number | null }

export const hamletColumns = ['id', 'name', 'households'] as const

export const hamletBreaches: Parameters<typeof refuseBreach>[0] = {
  hamlet_has_a_name: ['offices.hamlet_name_missing', { field: 'name' }],
  hamlet_name_is_unique_in_office: ['offices.hamlet_name_taken', { field: 'name' }],
  hamlet_households_are_possible: ['offices.households_impossible', { field: 'households' }],
}
