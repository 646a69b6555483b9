import { inTransaction } from '#src/base/ctx.ts'
import { Refusal } from '#src/base/refusal.ts'
import { record } from '#src/modules/audit/index.ts'
import { openFile } from './keep-file.ts'
import type { SigningCtx } from './signing-ctx.ts'

/** Gives the file to the program that has the token, once and in time. Nobody needs to be signed in. */
export async function fetchForAgent(
  ctx: SigningCtx,
  input: { token: string },
): Promise<{ pdf: Buffer; jobId: string }> {
  const token = ctx.sealer.mark('signing.fetch', input.token)
  const waiting = await ctx.db
    .selectFrom('signing.agent_errand')
    .innerJoin('signing.job', 'signing.job.id', 'signing.agent_errand.job_id')
    .select(['signing.agent_errand.id', 'signing.job.id as jobId', 'signing.job.file_hash as hash'])
    .where('signing.agent_errand.office_id', '=', ctx.officeId)
    .where('fetch_mark', '=', token)
    .where('fetched_at', 'is', null)
    .where('expires_at', '>', ctx.now)
    // A file that was stopped meanwhile is nobody's to fetch.
    .where('signing.job.state', 'in', ['official_pending', 'seal_pending'])
    .executeTakeFirst()
  if (!waiting) throw new Refusal('signing.errand_over')
  const { id, jobId, hash } = waiting
  // Before the errand counts as fetched: no connection waits for the storage, and no token is lost to it.
  const pdf = await openFile(ctx, hash)
  return inTransaction(ctx, async (ctx) => {
    const { numUpdatedRows } = await ctx.db
      .updateTable('signing.agent_errand')
      .set({ fetched_at: ctx.now })
      .where('office_id', '=', ctx.officeId)
      .where('id', '=', id)
      .where('fetched_at', 'is', null)
      .executeTakeFirst()
    if (numUpdatedRows === 0n) throw new Refusal('signing.errand_over')
    await record(ctx, 'signing.agent_fetched', jobId, { errand: id })
    return { pdf, jobId }
  })
}
