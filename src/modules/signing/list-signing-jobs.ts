import type { Ctx } from '#src/base/ctx.ts'
import { requireRight } from '#src/base/right.ts'
import { readJobs, type SigningJob } from './signing-job.ts'

/** These jobs, or without ids all that are under way; oldest first. */
export async function listSigningJobs(
  ctx: Ctx,
  input: { jobIds?: readonly string[] } = {},
): Promise<SigningJob[]> {
  requireRight(ctx, 'requests.read')
  if (input.jobIds?.length === 0) return []
  return readJobs(ctx, input.jobIds ?? 'under_way')
}
