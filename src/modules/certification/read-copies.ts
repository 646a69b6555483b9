import type { Ctx } from '#src/base/ctx.ts'
import { maskIdNumber } from '#src/modules/places/index.ts'
import { bookLabel } from './book.ts'
import type { Copy, CopyState, Deed } from './copy.ts'

type Wanted = {
  copyId?: string
  requestId?: string
  states?: readonly CopyState[]
  undelivered?: boolean
  /** Returned, annulled or revoked at this moment or later. */
  endedSince?: Date
  limit?: number
}

/** Copies of this office as everybody sees them, the oldest first. */
export async function readCopies(ctx: Ctx, wanted: Wanted): Promise<Copy[]> {
  const rows = await selectCopies(ctx)
    .$if(wanted.copyId !== undefined, (it) => it.where('c.id', '=', wanted.copyId!))
    .$if(wanted.requestId !== undefined, (it) => it.where('c.request_id', '=', wanted.requestId!))
    .$if(wanted.states !== undefined, (it) => it.where('c.state', 'in', [...wanted.states!]))
    .$if(wanted.undelivered === true, (it) => it.where('c.delivered_at', 'is', null))
    .$if(wanted.endedSince !== undefined, (it) => it.where('c.ended_at', '>=', wanted.endedSince!))
    .orderBy('c.asked_at')
    .orderBy('c.id')
    .limit(wanted.limit ?? 500)
    .execute()
  return rows.map((row) => ({
    id: row.id,
    code: row.code,
    requestId: row.request_id,
    paperId: row.paper_id,
    medium: row.medium,
    state: row.state,
    originalName: row.original_name,
    originalPages: row.original_pages,
    copies: row.copies,
    requesterName: row.requester_name,
    requesterIdMasked:
      row.requester_id_sealed && maskIdNumber(ctx.sealer.open(row.requester_id_sealed)),
    need: row.need,
    feeVnd: row.fee_vnd,
    exemptReason: row.exempt_reason,
    asked: { at: row.asked_at, by: row.asked_by },
    compared: deedOf(row.compared_at, row.compared_by),
    numbered: numberedOf(row),
    signingJobId: row.signing_job_id,
    sha256: row.sha256 && row.sha256.toString('hex'),
    issuedAt: row.issued_at,
    delivered: andMore(deedOf(row.delivered_at, row.delivered_by), {
      how: row.delivered_how!,
      to: row.delivered_to!,
    }),
    receipt:
      row.amount_vnd === null
        ? null
        : { amountVnd: row.amount_vnd, way: row.way!, receiptNo: row.receipt_no },
    ended: andMore(deedOf(row.ended_at, row.ended_by), { reason: row.end_reason! }),
  }))
}

function selectCopies(ctx: Ctx) {
  return ctx.db
    .selectFrom('certification.copy as c')
    .leftJoin('certification.book as b', 'b.id', 'c.book_id')
    .leftJoin('certification.receipt as r', 'r.copy_id', 'c.id')
    .selectAll('c')
    .select(['b.year', 'b.symbol', 'r.amount_vnd', 'r.way', 'r.receipt_no'])
    .where('c.office_id', '=', ctx.officeId)
}

type Row = Awaited<ReturnType<ReturnType<typeof selectCopies>['execute']>>[number]

function numberedOf(row: Row): Copy['numbered'] {
  const deed = deedOf(row.approved_at, row.approved_by)
  if (!deed || row.book_id === null || row.number === null) return null
  const [year, symbol] = [row.year!, row.symbol!]
  return {
    ...deed,
    bookId: row.book_id,
    year,
    number: row.number,
    book: bookLabel({ year, symbol }),
  }
}

function deedOf(at: Date | null, by: string | null): Deed | null {
  return at && by ? { at, by } : null
}

function andMore<T>(deed: Deed | null, more: T): (Deed & T) | null {
  return deed && { ...deed, ...more }
}
