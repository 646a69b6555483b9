import type { Cell } from 'write-excel-file/node'
import type { Ctx } from '#src/base/ctx.ts'
import { words, type Lang, type Words } from '#src/words/index.ts'
import type { BookRow } from './book-row.ts'
import type { Medium } from './copy.ts'
import { readBook, type WholeBook } from './read-book.ts'

type Said = Words['certification']

/**
 * The columns of the book in their order, after the form that registers commonly have (number, day, who
 * asked, original, signer, copies, fee, note). The form of Circular 01/2020/TT-BTP itself was not read;
 * an office compares it once.
 */
export const bookColumns = [
  'number',
  'on',
  'requester',
  'original',
  'signer',
  'copies',
  'fee',
  'note',
] as const

/** What stands in a column that is not one value: also for the printed page. */
export function noteOf(row: BookRow, said: Said): string {
  return [
    row.note ?? '',
    ...(row.struck ? [said.struck[row.struck.kind](row.struck)] : []),
    ...row.corrections.map((it) => said.correction({ ...it, column: said.entryFields[it.field] })),
  ]
    .filter((it) => it !== '')
    .join('; ')
}

/** A book as an Excel workbook, its totals beneath. Values stand as first written, corrections beside. */
export async function bookToXlsx(
  ctx: Ctx,
  input: { year: number; medium: Medium; lang: Lang; reveal?: { reason: string } },
): Promise<Buffer> {
  const whole = await readBook(ctx, input)
  const said = words[input.lang].certification
  const sheet = whole.book.label.replace(/[\\/?*[\]:]/g, '-').slice(0, 31)
  const { default: writeExcelFile } = await import('write-excel-file/node')
  return writeExcelFile([
    {
      sheet,
      data: cellsOf(whole, said),
      columns: [8, 12, 34, 34, 28, 9, 12, 40].map((width) => ({ width })),
      stickyRowsCount: 1,
      orientation: 'landscape' as const,
    },
  ]).toBuffer()
}

function cellsOf({ rows, totals }: WholeBook, said: Said): Cell[][] {
  const text = (value: string): Cell =>
    value === '' ? null : { value, type: String, format: '@', wrap: true }
  const count = (value: number): Cell => ({ value, type: Number, format: '#,##0' })
  const header = bookColumns.map((it): Cell => ({
    value: said.bookColumns[it],
    type: String,
    fontWeight: 'bold',
    wrap: true,
  }))
  const lines = rows.map((row): Cell[] => [
    count(row.number),
    {
      value: new Date(Date.UTC(row.on.year, row.on.month - 1, row.on.day)),
      type: Date,
      format: 'dd/mm/yyyy',
    },
    text([row.requesterName, row.requesterId ?? ''].filter(Boolean).join('\n')),
    text(row.originalName),
    text(`${row.signerName}\n${row.signerTitle}`),
    count(row.copies),
    count(row.feeVnd),
    text(noteOf(row, said)),
  ])
  const foot: Cell[] = [
    count(totals.numbers),
    null,
    text(said.totals),
    null,
    null,
    count(totals.copies),
    count(totals.feeVnd),
    text(said.totalsNote(totals)),
  ]
  return [header, ...lines, foot]
}
