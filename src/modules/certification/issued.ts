import { sql, type Expression, type SqlBool } from 'kysely'
import type { Ctx } from '#src/base/ctx.ts'
import { vietnamDay } from '#src/base/vietnam-day.ts'
import { initials } from '#src/modules/requests/index.ts'
import { bookLabel } from './book.ts'
import type { Medium } from './copy.ts'
import type { Statement } from './statement.ts'

/** What anybody may learn of a copy by its code or its file: no name of a person but the signer's. */
export type Issued = {
  copyId: string
  code: string
  medium: Medium
  state: 'issued' | 'annulled' | 'revoked'
  originalName: string
  originalPages: number
  copies: number
  /** 'N. T. A.' */
  requesterInitials: string
  number: number
  year: number
  book: string
  approvedOn: Temporal.PlainDate
  signerName: string
  signerTitle: string
  issuedAt: Date | null
  sha256: string | null
  ended: { at: Date; reason: string } | null
}

/** A copy that was issued, or annulled, or revoked since; one on its way is not told of. */
export async function readIssued(
  ctx: Pick<Ctx, 'db' | 'officeId'>,
  where: Expression<SqlBool>,
): Promise<Issued | null> {
  const row = await ctx.db
    .selectFrom('certification.copy as c')
    .innerJoin('certification.book as b', 'b.id', 'c.book_id')
    .selectAll('c')
    .select(['b.year', 'b.symbol'])
    .where('c.office_id', '=', ctx.officeId)
    .where('c.state', 'in', ['issued', 'annulled', 'revoked'])
    .where(where)
    .orderBy(sql`c.state = 'issued' desc`)
    .limit(1)
    .executeTakeFirst()
  if (!row) return null
  // Written by `approveCopies`, as the constraint of the table demands.
  const statement = row.statement as Statement
  return {
    copyId: row.id,
    code: row.code,
    medium: row.medium,
    state: row.state as Issued['state'],
    originalName: row.original_name,
    originalPages: row.original_pages,
    copies: row.copies,
    requesterInitials: initials(row.requester_name),
    number: row.number!,
    year: row.year,
    book: bookLabel(row),
    approvedOn: vietnamDay(row.approved_at!),
    signerName: statement.signerName,
    signerTitle: statement.signerTitle,
    issuedAt: row.issued_at,
    sha256: row.sha256 && row.sha256.toString('hex'),
    ended: row.ended_at && { at: row.ended_at, reason: row.end_reason! },
  }
}
