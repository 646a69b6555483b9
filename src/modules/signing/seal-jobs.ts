import { Refusal } from '#src/base/refusal.ts'
import { requireRight } from '#src/base/right.ts'
import { findKey } from './find-key.ts'
import type { Outcome } from './job.ts'
import { signJobs } from './sign-jobs.ts'
import type { SigningCtx } from './signing-ctx.ts'

/**
 * Puts the office's seal on files that their official has signed, whoever keeps the seal. Then what the
 * office has of time and evidence goes in, and the file is released. As `signAsOfficial` otherwise.
 */
export async function sealJobs(
  ctx: SigningCtx,
  input: { jobIds: readonly string[]; secret?: string },
): Promise<Outcome[]> {
  requireRight(ctx, 'signing.seal')
  const { actor } = ctx
  if (actor.kind !== 'officer') throw new Refusal('identity.not_allowed')
  const key = await findKey(ctx, null)
  if (!key) throw new Refusal('signing.seal_missing')
  const { jobIds, secret = '' } = input
  return signJobs(ctx, jobIds, { step: 'seal', key, pressedBy: actor.officerId, secret })
}
