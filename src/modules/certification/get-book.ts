import type { Ctx } from '#src/base/ctx.ts'
import { Refusal } from '#src/base/refusal.ts'
import { bookOf, type Book } from './book.ts'
import type { Medium } from './copy.ts'

/** The book of a year and a medium; refuses one that was never opened. `lock` holds its counter. */
export async function getBook(
  ctx: Ctx,
  input: { year: number; medium: Medium; lock?: boolean },
): Promise<Book> {
  const row = await ctx.db
    .selectFrom('certification.book')
    .selectAll()
    .where('office_id', '=', ctx.officeId)
    .where('year', '=', input.year)
    .where('medium', '=', input.medium)
    .$if(input.lock === true, (it) => it.forNoKeyUpdate())
    .executeTakeFirst()
  if (!row) throw new Refusal('certification.book_not_found')
  return bookOf(row)
}
