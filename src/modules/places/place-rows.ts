import type { CommuneKind, ProvinceKind } from './unit-name.ts'

/** The day on which there came to be 34 provinces and no districts: Nghị quyết 202/2025/QH15. */
export const reform = '2025-07-01'
/** The day on which there came to be 63 provinces: Nghị quyết 15/2008/QH12. */
export const earliest = '2008-08-01'

export type ProvinceRow = {
  code: string
  valid_from: string
  valid_to: string | null
  kind: ProvinceKind
  name: string
}
export type CommuneRow = {
  code: string
  valid_from: string
  valid_to: string | null
  kind: CommuneKind
  name: string
  province: ProvinceRow
  district: string | null
}
export type Succession = { from: CommuneRow; to: CommuneRow; main: boolean }
/** A unit that was gone before July 2025, or a district that had no communes: its name and heirs. */
export type EarlierUnit = {
  fullName: string
  district: string | null
  province: ProvinceRow
  became: CommuneRow[]
}

export type Places = {
  provinces: ProvinceRow[]
  districts: { name: string; province: ProvinceRow }[]
  communes: CommuneRow[]
  successions: Succession[]
  earlier: EarlierUnit[]
}

export function need<T>(found: T | undefined, name: string): T {
  if (found === undefined) throw new Error(`the places name ${name} but do not have it`)
  return found
}
