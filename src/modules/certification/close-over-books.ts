import type { Ctx } from '#src/base/ctx.ts'
import { Refusal } from '#src/base/refusal.ts'
import { vietnamDay } from '#src/base/vietnam-day.ts'
import { closeBook } from './close-book.ts'
import { listBooks } from './list-books.ts'

/** Closes every book of a year that is over and that nobody closed by hand. */
export async function closeOverBooks(ctx: Ctx): Promise<{ closed: number }> {
  const { year } = vietnamDay(ctx.now)
  let closed = 0
  for (const book of await listBooks(ctx)) {
    if (book.closed || book.year >= year) continue
    try {
      await closeBook(ctx, book)
      closed++
    } catch (error) {
      // Somebody closed it by hand at this very moment.
      if (!(error instanceof Refusal && error.code === 'certification.book_closed_already'))
        throw error
    }
  }
  return { closed }
}
