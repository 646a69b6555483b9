import { inTransaction } from '#src/base/ctx.ts'
import { requireRight } from '#src/base/right.ts'
import { record } from '#src/modules/audit/index.ts'
import { listSigningJobs, type SigningCtx } from '#src/modules/signing/index.ts'

/**
 * Takes over the copies whose two signatures are in the file, with the time of it: from now on they are
 * issued. Whoever seals may call it at once; each minute the house does.
 */
export async function settleCopies(ctx: SigningCtx): Promise<{ issued: number }> {
  requireRight(ctx, 'requests.read')
  const waiting = await ctx.db
    .selectFrom('certification.copy')
    .select(['id', 'signing_job_id'])
    .where('office_id', '=', ctx.officeId)
    .where('state', '=', 'approved')
    .where('signing_job_id', 'is not', null)
    .execute()
  const jobIds = waiting.map((it) => it.signing_job_id!)
  const jobs = new Map((await listSigningJobs(ctx, { jobIds })).map((it) => [it.id, it]))
  let issued = 0
  for (const { id, signing_job_id: jobId } of waiting) {
    const job = jobs.get(jobId!)
    if (job?.state !== 'sealed' || job.sha256 === null) continue
    if (await settle(ctx, id, { sha256: job.sha256, at: job.sealedAt ?? ctx.now })) issued++
  }
  return { issued }
}

/** False when it was annulled meanwhile, or somebody else took it over. */
async function settle(
  ctx: SigningCtx,
  copyId: string,
  sealed: { sha256: string; at: Date },
): Promise<boolean> {
  return inTransaction(ctx, async (ctx) => {
    const { numUpdatedRows } = await ctx.db
      .updateTable('certification.copy')
      .set({ state: 'issued', sha256: Buffer.from(sealed.sha256, 'hex'), issued_at: sealed.at })
      .where('office_id', '=', ctx.officeId)
      .where('id', '=', copyId)
      .where('state', '=', 'approved')
      .executeTakeFirstOrThrow()
    if (numUpdatedRows === 0n) return false
    await record(ctx, 'certification.issued', copyId, { sha256: sealed.sha256 })
    return true
  })
}
