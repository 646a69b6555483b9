import type { PlacesProvinceKind } from '#src/base/database.generated.ts'

/** A province or centrally-run city as it stood in the days [valid_from, valid_to). */
export type Province = {
  code: string
  valid_from: Temporal.PlainDate
  valid_to: Temporal.PlainDate | null
  kind: PlacesProvinceKind
  /** "Ninh Bình". */
  name: string
  /** "Tỉnh Ninh Bình". */
  full_name: string
}
