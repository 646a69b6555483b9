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
  return inTransaction(ctx, async (ctx) => {
    const errand = await ctx.db
      .updateTable('signing.agent_errand')
      .set({ fetched_at: ctx.now })
      .where('office_id', '=', ctx.officeId)
      .where('fetch_mark', '=', ctx.sealer.mark('signing.fetch', input.token))
      .where('fetched_at', 'is', null)
      .where('expires_at', '>', ctx.now)
      .returning(['id', 'job_id as jobId'])
      .executeTakeFirst()
    if (!errand) throw new Refusal('signing.errand_over')
    const { file_hash: hash } = await ctx.db
      .selectFrom('signing.job')
      .select('file_hash')
      .where('office_id', '=', ctx.officeId)
      .where('id', '=', errand.jobId)
      .executeTakeFirstOrThrow()
    await record(ctx, 'signing.agent_fetched', errand.jobId, { errand: errand.id })
    return { pdf: await openFile(ctx, hash), jobId: errand.jobId }
  })
}
