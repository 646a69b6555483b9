import type { Ctx } from '#src/base/ctx.ts'
import { Refusal } from '#src/base/refusal.ts'
import { vietnamDay } from '#src/base/vietnam-day.ts'
import { bookLabel } from './book.ts'
import type { Medium } from './copy.ts'
import { readSetting } from './read-setting.ts'
import { symbolOf } from './setting.ts'

export type Numbered = { bookId: string; number: number; book: string; on: Temporal.PlainDate }

/**
 * The next number of this year's book, which opens itself with its first. To be called in the
 * transaction that writes the line: if that does not commit, the number was never given, and the next
 * who waits for the counter gets it. Refuses a book that is closed.
 */
export async function giveNumber(ctx: Ctx, medium: Medium): Promise<Numbered> {
  const on = vietnamDay(ctx.now)
  const symbol = symbolOf(await readSetting(ctx), medium)
  // One statement both locks the counter and raises it; it stays locked until the line is committed.
  const row = await ctx.db
    .insertInto('certification.book')
    .values({
      ...{ office_id: ctx.officeId, medium, year: on.year, symbol },
      ...{ opened_at: ctx.now, last_number: 1 },
    })
    .onConflict((oc) =>
      oc
        .columns(['office_id', 'medium', 'year'])
        .doUpdateSet((eb) => ({ last_number: eb('certification.book.last_number', '+', 1) }))
        .where('certification.book.closed_at', 'is', null),
    )
    .returning(['id', 'year', 'symbol', 'last_number'])
    .executeTakeFirst()
  if (!row) throw new Refusal('certification.book_closed', { params: { year: on.year } })
  return { bookId: row.id, number: row.last_number, book: bookLabel(row), on }
}
