import { inTransaction, type Ctx } from '#src/base/ctx.ts'
import { requireRight } from '#src/base/right.ts'
import { record } from '#src/modules/audit/index.ts'
import type { Book, BookTotals } from './book.ts'
import { totalsOf, type BookRow } from './book-row.ts'
import type { Medium } from './copy.ts'
import { getBook } from './get-book.ts'
import { readRows } from './read-rows.ts'
import { requireText } from './said-text.ts'

export type WholeBook = { book: Book; rows: BookRow[]; totals: BookTotals }

/**
 * A book line by line, for the screen and for print. ID numbers are masked; whole, as the printed book
 * has them, only with the right to see them and a reason that stands in the trail. A closed book shows
 * the totals that it was closed with.
 */
export async function readBook(
  ctx: Ctx,
  input: { year: number; medium: Medium; reveal?: { reason: string } },
): Promise<WholeBook> {
  requireRight(ctx, 'requests.read')
  if (input.reveal) requireRight(ctx, 'requests.reveal')
  return inTransaction(ctx, async (ctx) => {
    const book = await getBook(ctx, input)
    const rows = await readRows(ctx, book.id, { whole: input.reveal !== undefined })
    if (input.reveal) {
      const reason = requireText(input.reveal.reason, 'certification.reason_missing', 'reason')
      await record(ctx, 'certification.book_revealed', book.id, { reason })
    }
    return { book, rows, totals: book.closed ?? totalsOf(rows) }
  })
}
