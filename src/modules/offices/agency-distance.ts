import type { OfficesAgencySeat } from '#src/base/database.generated.ts'

/** The kinds of seat, as authorities are placed (`at`), without the desk's own commune. */
export type AgencySeat = OfficesAgencySeat

/**
 * How far, one way by road in km, a person would have had to go from the desk to a kind of seat,
 * on the days [validFrom, validTo). Dated, because seats move: in July 2025 districts ended and
 * people of Gôi, whose province centre was Nam Định, got Hoa Lư.
 */
export type AgencyDistance = {
  at: AgencySeat
  validFrom: Temporal.PlainDate
  validTo: Temporal.PlainDate | null
  km: number
  /** Where the seat is and how the distance was found. */
  note: string
}
