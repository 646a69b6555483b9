import type { Selectable } from 'kysely'
import type { CertificationBook } from '#src/base/database.generated.ts'
import type { Medium } from './copy.ts'

/** What a book comes to when it is closed, or so far. */
export type BookTotals = {
  /** Lines of the book, struck ones too. */
  numbers: number
  /** Copies under those numbers that were not annulled. */
  copies: number
  feeVnd: number
  annulled: number
  /** Numbers that wait for their signature; they keep their number of this book. */
  unsigned: number
}

/** The certification book of one year and one medium. */
export type Book = {
  id: string
  medium: Medium
  year: number
  symbol: string
  label: string
  openedAt: Date
  lastNumber: number
  /** `by` is null when the house closed it by itself. */
  closed: (BookTotals & { at: Date; by: string | null }) | null
}

/** '01/2026-SCT/BS': the volume, its year and the symbol. The house keeps one volume a year. */
export function bookLabel({ year, symbol }: { year: number; symbol: string }): string {
  return `01/${year}-${symbol}`
}

export function bookOf(row: Selectable<CertificationBook>): Book {
  return {
    id: row.id,
    medium: row.medium,
    year: row.year,
    symbol: row.symbol,
    label: bookLabel(row),
    openedAt: row.opened_at,
    lastNumber: row.last_number,
    closed: row.closed_at && {
      at: row.closed_at,
      by: row.closed_by,
      numbers: row.closed_number ?? 0,
      copies: row.closed_copies ?? 0,
      feeVnd: row.closed_fee_vnd ?? 0,
      annulled: row.closed_annulled ?? 0,
      unsigned: row.closed_unsigned ?? 0,
    },
  }
}
