import type { Medium } from './copy.ts'

/** What the office decides once. */
export type Setting = {
  symbolPaper: string
  symbolElectronic: string
  /** In the statement; null: "Ủy ban nhân dân" and the commune. */
  agencyName: string | null
}

/**
 * How the books of copies are commonly called, on paper and electronic. Not read in a law that we have
 * seen, hence a setting of the office.
 */
export const usualSetting: Setting = {
  symbolPaper: 'SCT/BS',
  symbolElectronic: 'SCTĐT/BS',
  agencyName: null,
}

export function symbolOf(setting: Setting, medium: Medium): string {
  return medium === 'paper' ? setting.symbolPaper : setting.symbolElectronic
}
