import type { Ctx } from '#src/base/ctx.ts'
import { requireRight } from '#src/base/right.ts'
import { bookOf, type Book } from './book.ts'

/** The books of the office, the newest year first. A year in which nothing was certified has none. */
export async function listBooks(ctx: Ctx): Promise<Book[]> {
  requireRight(ctx, 'requests.read')
  const rows = await ctx.db
    .selectFrom('certification.book')
    .selectAll()
    .where('office_id', '=', ctx.officeId)
    .orderBy('year', 'desc')
    .orderBy('medium')
    .execute()
  return rows.map(bookOf)
}
