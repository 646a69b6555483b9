import type { Ctx } from '#src/base/ctx.ts'
import { giveNumber, type Numbered } from './give-number.ts'
import type { CopyRow } from './lock-copy.ts'
import type { Signer } from './find-signer.ts'

/** Writes the next line of the book, once and for all, and tells its number. */
export async function writeEntry(ctx: Ctx, copy: CopyRow, signer: Signer): Promise<Numbered> {
  const given = await giveNumber(ctx, copy.medium)
  await ctx.db
    .insertInto('certification.entry')
    .values({
      office_id: ctx.officeId,
      book_id: given.bookId,
      number: given.number,
      copy_id: copy.id,
      written_at: ctx.now,
      written_on: given.on,
      requester_name: copy.requester_name,
      requester_id_sealed: copy.requester_id_sealed,
      original_name: copy.original_name,
      signer_name: signer.name,
      signer_title: signer.title,
      copies: copy.copies,
      original_pages: copy.original_pages,
      fee_vnd: copy.fee_vnd,
      note: copy.exempt_reason,
    })
    .execute()
  return given
}
