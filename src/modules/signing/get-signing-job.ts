import type { Ctx } from '#src/base/ctx.ts'
import { Refusal } from '#src/base/refusal.ts'
import { requireRight } from '#src/base/right.ts'
import { readJobs, type SigningJob } from './signing-job.ts'

export async function getSigningJob(ctx: Ctx, input: { jobId: string }): Promise<SigningJob> {
  requireRight(ctx, 'requests.read')
  const [job] = await readJobs(ctx, [input.jobId])
  if (!job) throw new Refusal('signing.not_found')
  return job
}
