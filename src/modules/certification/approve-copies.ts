import { inTransaction, type Ctx } from '#src/base/ctx.ts'
import { Refusal, type RefusalParams } from '#src/base/refusal.ts'
import { requireRight } from '#src/base/right.ts'
import { record } from '#src/modules/audit/index.ts'
import { readReadiness } from '#src/modules/signing/index.ts'
import type { ComposingCtx } from './composing-ctx.ts'
import { findSigner, type Signer } from './find-signer.ts'
import { getCopy } from './get-copy.ts'
import { giveToSign } from './give-to-sign.ts'
import { lockCopy, requireCan } from './lock-copy.ts'
import { readAgency } from './read-agency.ts'
import { readSheets } from './read-sheets.ts'
import { readStatementTemplate } from './read-statement-template.ts'
import { writeStatement } from './statement.ts'
import { writeEntry } from './write-entry.ts'

/** What became of one copy; `jobId` is null on paper, which is signed by hand. */
export type Approved =
  | { copyId: string; outcome: 'approved'; number: number; book: string; jobId: string | null }
  | { copyId: string; outcome: 'refused'; code: Refusal['code']; params: RefusalParams }

/**
 * Whoever signs has looked at these copies and approves them. Each by itself, in one transaction: the
 * number, its line in the book, the statement filled in, the file made, and the signing asked for. So a
 * crash leaves either no number or a whole copy that waits for its signatures. What one is refused for
 * does not hold up the others.
 *
 * Refused by name: a copy not compared, approved already, returned; a closed book; signing that cannot
 * work now (no key, a certificate that is over), so that no number is given in vain. On paper the copy
 * is issued at once, to be printed, signed by hand and stamped.
 */
export async function approveCopies(
  ctx: ComposingCtx,
  input: { copyIds: readonly string[] },
): Promise<Approved[]> {
  requireRight(ctx, 'certification.sign')
  // A refusal among several in the transaction of a caller would leave its number behind.
  if (ctx.db.isTransaction) throw new Error('approveCopies runs its own transactions')
  const done: Approved[] = []
  for (const copyId of new Set(input.copyIds)) {
    try {
      done.push(await approveOne(ctx, copyId))
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      done.push({ copyId, outcome: 'refused', code: error.code, params: error.params })
    }
  }
  return done
}

async function approveOne(ctx: ComposingCtx, copyId: string): Promise<Approved> {
  const seen = await getCopy(ctx, { copyId })
  requireCan('approve', seen)
  const signer = await requireSigner(ctx, seen.medium === 'electronic')
  // Before the number is given, so that the book waits for no file. Compared scans do not change.
  const sheets = seen.medium === 'electronic' ? await readSheets(ctx, seen.paperId!) : []
  const { body } = await readStatementTemplate(ctx, seen)
  const agency = await readAgency(ctx)
  return inTransaction(ctx, async (ctx) => {
    const copy = await lockCopy(ctx, copyId, 'approve')
    const { bookId, number, book, on } = await writeEntry(ctx, copy, signer)
    const statement = writeStatement(body, {
      ...{ ...agency, number, book, on, signer },
      ...{ originalName: copy.original_name, originalPages: copy.original_pages },
      copies: copy.copies,
    })
    const electronic = copy.medium === 'electronic'
    const jobId = electronic
      ? await giveToSign(ctx, {
          ...{ copyId, code: copy.code, sheets, statement, at: ctx.now, tries: 1 },
          ...{ originalName: copy.original_name, signerId: signer.officerId },
        })
      : null
    await ctx.db
      .updateTable('certification.copy')
      .set({
        state: electronic ? 'approved' : 'issued',
        ...{ book_id: bookId, number, statement: JSON.stringify(statement) },
        ...{ approved_at: ctx.now, approved_by: signer.officerId },
        ...{ signing_job_id: jobId, signing_tries: electronic ? 1 : 0 },
        issued_at: electronic ? null : ctx.now,
      })
      .where('office_id', '=', ctx.officeId)
      .where('id', '=', copyId)
      .execute()
    await record(ctx, 'certification.approved', copyId, { number, book })
    return { copyId, outcome: 'approved', number, book, jobId }
  })
}

/** Nobody is offered, or given a number for, what could not be signed. */
async function requireSigner(ctx: Ctx, electronic: boolean): Promise<Signer> {
  const signer = await findSigner(ctx)
  if (!signer) throw new Refusal('identity.not_allowed')
  if (!electronic) return signer
  const ready = await readReadiness(ctx)
  const can = ready.official.some((it) => it.holderId === signer.officerId && it.ready)
  if (!can || !ready.canSeal) throw new Refusal('certification.signing_not_ready')
  return signer
}
