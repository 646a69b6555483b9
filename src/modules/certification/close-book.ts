import { inTransaction, type Ctx } from '#src/base/ctx.ts'
import { Refusal } from '#src/base/refusal.ts'
import { requireRight } from '#src/base/right.ts'
import { vietnamDay } from '#src/base/vietnam-day.ts'
import { record } from '#src/modules/audit/index.ts'
import type { BookTotals } from './book.ts'
import { totalsOf } from './book-row.ts'
import type { Medium } from './copy.ts'
import { getBook } from './get-book.ts'
import { readRows } from './read-rows.ts'

/**
 * Closes a year's book with its totals: by hand from 31 December on, else the house does it in the new
 * year. No number is given in it any more; what waits for its signature keeps the number it has. A
 * mistake found later is still written beside its line, with its own date.
 */
export async function closeBook(
  ctx: Ctx,
  input: { year: number; medium: Medium },
): Promise<BookTotals> {
  requireRight(ctx, 'certification.sign')
  const lastDay = Temporal.PlainDate.from({ year: input.year, month: 12, day: 31 })
  if (Temporal.PlainDate.compare(vietnamDay(ctx.now), lastDay) < 0)
    throw new Refusal('certification.book_too_early', { params: { year: input.year } })
  return inTransaction(ctx, async (ctx) => {
    // Holds the counter: whoever waits for a number comes after and is refused.
    const book = await getBook(ctx, { ...input, lock: true })
    if (book.closed) throw new Refusal('certification.book_closed_already')
    const totals = totalsOf(await readRows(ctx, book.id, { whole: false }))
    await ctx.db
      .updateTable('certification.book')
      .set({
        closed_at: ctx.now,
        closed_by: ctx.actor.kind === 'officer' ? ctx.actor.officerId : null,
        closed_number: totals.numbers,
        closed_copies: totals.copies,
        closed_fee_vnd: totals.feeVnd,
        closed_annulled: totals.annulled,
        closed_unsigned: totals.unsigned,
      })
      .where('office_id', '=', ctx.officeId)
      .where('id', '=', book.id)
      .execute()
    await record(ctx, 'certification.book_closed', book.id, { book: book.label, ...totals })
    return totals
  })
}
