import type { Ctx } from '#src/base/ctx.ts'
import { maskedOr, type BookRow, type Correction, type EntryField } from './book-row.ts'

/** The lines of a book from number one on, each with its corrections in the order they were made. */
export async function readRows(
  ctx: Ctx,
  bookId: string,
  how: { whole: boolean },
): Promise<BookRow[]> {
  const entries = await ctx.db
    .selectFrom('certification.entry as e')
    .innerJoin('certification.copy as c', 'c.id', 'e.copy_id')
    .selectAll('e')
    .select('c.state')
    .where('e.office_id', '=', ctx.officeId)
    .where('e.book_id', '=', bookId)
    .orderBy('e.number')
    .execute()
  const corrections = await ctx.db
    .selectFrom('certification.correction')
    .selectAll()
    .where('office_id', '=', ctx.officeId)
    .where('book_id', '=', bookId)
    .orderBy('made_at')
    .orderBy('id')
    .execute()
  const beside = Map.groupBy(corrections, (it) => it.number)
  const openId = (sealed: Buffer) => maskedOr(how.whole, ctx.sealer.open(sealed))
  return entries.map((entry) => {
    const here = beside.get(entry.number) ?? []
    const struck = here.find((it) => it.kind !== 'corrected')
    return {
      copyId: entry.copy_id,
      number: entry.number,
      on: entry.written_on,
      requesterName: entry.requester_name,
      requesterId: entry.requester_id_sealed && openId(entry.requester_id_sealed),
      originalName: entry.original_name,
      originalPages: entry.original_pages,
      signerName: entry.signer_name,
      signerTitle: entry.signer_title,
      copies: entry.copies,
      feeVnd: entry.fee_vnd,
      note: entry.note,
      state: entry.state,
      struck: struck
        ? {
            kind: struck.kind === 'revoked' ? 'revoked' : 'annulled',
            reason: struck.reason,
            at: struck.made_at,
            by: struck.made_by,
          }
        : null,
      corrections: here
        .filter((it) => it.kind === 'corrected')
        .map((it): Correction => ({
          // The database knows no other columns.
          field: it.field as EntryField,
          value: it.value_sealed ? openId(it.value_sealed) : it.value!,
          reason: it.reason,
          at: it.made_at,
          by: it.made_by,
        })),
    }
  })
}
