/** Worded under `catalogue.importTroubles`. */
export type ImportTrouble =
  'not_json' | 'code_missing' | 'code_wrong' | 'name_missing' | 'field_wrong' | 'code_twice'

export type ImportReport = {
  /** Lines that held anything. */
  lines: number
  added: number
  changed: number
  unchanged: number
  /** Procedures that ship with the program: they keep their own version. */
  shipped: number
  rejected: { line: number; trouble: ImportTrouble; detail: string }[]
}
