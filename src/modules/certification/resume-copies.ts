import { inTransaction } from '#src/base/ctx.ts'
import { Refusal } from '#src/base/refusal.ts'
import { requireRight } from '#src/base/right.ts'
import { record } from '#src/modules/audit/index.ts'
import type { ComposingCtx } from './composing-ctx.ts'
import { giveToSign } from './give-to-sign.ts'
import { readGivenUp, whyStuck, type StuckCopy } from './list-stuck-copies.ts'
import { readSheets } from './read-sheets.ts'
import type { Statement } from './statement.ts'

/**
 * Copies that have a number but whose signing was given up are made again, word for word as they were
 * approved, and wait for their signatures anew. The house does it each minute; whoever works at the desk
 * may ask for it at once. Tells which cannot be, by copy and reason.
 */
export async function resumeCopies(
  ctx: ComposingCtx,
): Promise<{ resumed: number; stuck: StuckCopy[] }> {
  requireRight(ctx, 'certification.work')
  const stuck: StuckCopy[] = []
  const failed: unknown[] = []
  let resumed = 0
  for (const copy of await readGivenUp(ctx)) {
    try {
      const code = await whyStuck(ctx, copy)
      if (code) stuck.push({ copyId: copy.id, code })
      else if (await resume(ctx, copy.id, copy.jobId)) resumed++
    } catch (error) {
      // The others get on all the same.
      if (error instanceof Refusal) stuck.push({ copyId: copy.id, code: error.code })
      else failed.push(error)
    }
  }
  if (failed.length > 0) throw new AggregateError(failed, 'certification: copies not made again')
  return { resumed, stuck }
}

/** The chairman has approved it, with a number: given to sign again it is the house that asks. */
const house = { kind: 'system', job: 'mind_copies' } as const

async function resume(ctx: ComposingCtx, copyId: string, jobId: string): Promise<boolean> {
  return inTransaction(ctx, async (ctx) => {
    const copy = await ctx.db
      .selectFrom('certification.copy')
      .selectAll()
      .where('office_id', '=', ctx.officeId)
      .where('id', '=', copyId)
      .where('state', '=', 'approved')
      .where('signing_job_id', '=', jobId)
      .forUpdate()
      .executeTakeFirst()
    if (!copy) return false
    const tries = copy.signing_tries + 1
    const next = await giveToSign(
      { ...ctx, actor: house },
      {
        ...{ copyId, code: copy.code, tries, originalName: copy.original_name },
        ...{ at: copy.approved_at!, signerId: copy.approved_by! },
        sheets: await readSheets(ctx, copy.paper_id!),
        // Written by `approveCopies` and never changed.
        statement: copy.statement as Statement,
      },
    )
    await ctx.db
      .updateTable('certification.copy')
      .set({ signing_job_id: next, signing_tries: tries })
      .where('office_id', '=', ctx.officeId)
      .where('id', '=', copyId)
      .execute()
    await record(ctx, 'certification.signing_resumed', copyId, { tries })
    return true
  })
}
