import type { Ctx } from '#src/base/ctx.ts'
import { Refusal } from '#src/base/refusal.ts'
import { requireRight } from '#src/base/right.ts'
import { getPaper } from '#src/modules/papers/index.ts'
import { listKeys, listSigningJobs } from '#src/modules/signing/index.ts'

/** A copy with a number that cannot be given to sign again by itself, and what it is refused for. */
export type StuckCopy = { copyId: string; code: Refusal['code'] }

/**
 * Copies whose signing was given up and cannot be begun again until a person does something: the signer
 * has no key, or the scan was erased meanwhile. The others the house takes up each minute.
 */
export async function listStuckCopies(ctx: Ctx): Promise<StuckCopy[]> {
  requireRight(ctx, 'certification.work')
  const stuck: StuckCopy[] = []
  for (const copy of await readGivenUp(ctx)) {
    const code = await whyStuck(ctx, copy)
    if (code) stuck.push({ copyId: copy.id, code })
  }
  return stuck
}

export type GivenUp = { id: string; jobId: string; paperId: string | null; signerId: string | null }

/** Copies that have a number and a signing that was given up, the oldest first. */
export async function readGivenUp(ctx: Ctx): Promise<GivenUp[]> {
  const waiting = await ctx.db
    .selectFrom('certification.copy')
    .select(['id', 'signing_job_id', 'paper_id as paperId', 'approved_by as signerId'])
    .where('office_id', '=', ctx.officeId)
    .where('state', '=', 'approved')
    .where('signing_job_id', 'is not', null)
    .orderBy('approved_at')
    .orderBy('id')
    .execute()
  const jobIds = waiting.map((it) => it.signing_job_id!)
  const jobs = new Map((await listSigningJobs(ctx, { jobIds })).map((it) => [it.id, it]))
  return waiting
    .map(({ signing_job_id: jobId, ...it }) => ({ ...it, jobId: jobId! }))
    .filter(({ jobId }) => jobs.get(jobId)?.state === 'cancelled')
}

/** Null for a copy that can be given to sign again now. */
export async function whyStuck(
  ctx: Ctx,
  { paperId, signerId }: Pick<GivenUp, 'paperId' | 'signerId'>,
): Promise<Refusal['code'] | null> {
  if (!(await listKeys(ctx)).some((it) => it.holderId === signerId)) return 'signing.key_missing'
  if (paperId === null) return 'certification.scan_missing'
  const { erasedAt, pages } = await getPaper(ctx, { paperId })
  if (erasedAt) return 'papers.erased'
  return pages.length === 0 ? 'certification.scan_missing' : null
}
