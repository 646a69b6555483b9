import type { Selectable } from 'kysely'
import type { OfficesAgencyDistance } from '#src/base/database.generated.ts'

/**
 * How far, one way by road in km, a person would have had to go from the desk to a kind of seat,
 * on the days [valid_from, valid_to). Dated, because seats move: in July 2025 districts ended and
 * people of Gôi, whose province centre was Nam Định, got Hoa Lư.
 */
export type AgencyDistance = Omit<Selectable<OfficesAgencyDistance>, 'valid'>

/** The kinds of seat, as authorities are placed (`at`), without the desk's own commune. */
export type AgencySeat = AgencyDistance['at']
