import { maskIdNumber } from '#src/modules/places/index.ts'
import type { BookTotals } from './book.ts'
import type { CopyState } from './copy.ts'

/** The columns of a line that a correction may name. */
export const entryFields = [
  'requester_name',
  'requester_id',
  'original_name',
  'original_pages',
  'copies',
  'fee_vnd',
  'note',
] as const

export type EntryField = (typeof entryFields)[number]

export type Correction = { field: EntryField; value: string; reason: string; at: Date; by: string }

/** A line as it was written, with what was written beside it later. */
export type BookRow = {
  copyId: string
  number: number
  on: Temporal.PlainDate
  requesterName: string
  /** Masked, or whole where it was asked for with a reason. */
  requesterId: string | null
  originalName: string
  originalPages: number
  signerName: string
  signerTitle: string
  copies: number
  feeVnd: number
  note: string | null
  state: CopyState
  struck: { kind: 'annulled' | 'revoked'; reason: string; at: Date; by: string } | null
  corrections: Correction[]
}

/** What holds for a column now: the newest correction, else what was written. */
export function valueOf(row: BookRow, field: EntryField): string | null {
  const written: Record<EntryField, string | null> = {
    requester_name: row.requesterName,
    requester_id: row.requesterId,
    original_name: row.originalName,
    original_pages: String(row.originalPages),
    copies: String(row.copies),
    fee_vnd: String(row.feeVnd),
    note: row.note,
  }
  return row.corrections.findLast((it) => it.field === field)?.value ?? written[field]
}

/** Annulled lines keep their number and count for nothing else; a revoked copy was made and paid. */
export function totalsOf(rows: readonly BookRow[]): BookTotals {
  const valid = rows.filter((it) => it.struck?.kind !== 'annulled')
  const sum = (field: EntryField) =>
    valid.reduce((total, it) => total + Number(valueOf(it, field)), 0)
  return {
    numbers: rows.length,
    copies: sum('copies'),
    feeVnd: sum('fee_vnd'),
    annulled: rows.length - valid.length,
    unsigned: rows.filter((it) => it.state === 'approved').length,
  }
}

export function maskedOr(whole: boolean, idNumber: string): string {
  return whole ? idNumber : maskIdNumber(idNumber)
}
