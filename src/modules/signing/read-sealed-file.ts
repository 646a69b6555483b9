import { Refusal } from '#src/base/refusal.ts'
import { requireRight } from '#src/base/right.ts'
import { openFile } from './keep-file.ts'
import type { SigningCtx } from './signing-ctx.ts'

/** The finished file. One that still waits for a signature or its time is not given out. */
export async function readSealedFile(ctx: SigningCtx, input: { jobId: string }): Promise<Buffer> {
  requireRight(ctx, 'requests.read')
  const job = await ctx.db
    .selectFrom('signing.job')
    .select(['state', 'file_hash'])
    .where('office_id', '=', ctx.officeId)
    .where('id', '=', input.jobId)
    .executeTakeFirst()
  if (!job) throw new Refusal('signing.not_found')
  if (job.state !== 'sealed') throw new Refusal('signing.not_sealed')
  return openFile(ctx, job.file_hash)
}
