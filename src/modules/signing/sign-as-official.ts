import { Refusal } from '#src/base/refusal.ts'
import { requireRight } from '#src/base/right.ts'
import { findKey } from './find-key.ts'
import type { Outcome } from './job.ts'
import { signJobs } from './sign-jobs.ts'
import type { SigningCtx } from './signing-ctx.ts'

/**
 * The official signs the files that wait for them, with their own key: nobody presses for another. The
 * secret is the PIN, password or one-time code; it is used now, and neither kept nor logged. What
 * came of each file is told, in the order asked; each waits for the seal afterwards, for an approval
 * on the phone, or for its time.
 */
export async function signAsOfficial(
  ctx: SigningCtx,
  input: { jobIds: readonly string[]; secret?: string },
): Promise<Outcome[]> {
  requireRight(ctx, 'certification.sign')
  const { actor } = ctx
  if (actor.kind !== 'officer') throw new Refusal('identity.not_allowed')
  const { officerId } = actor
  const key = await findKey(ctx, officerId)
  if (!key) throw new Refusal('signing.key_missing')
  const { jobIds, secret = '' } = input
  return signJobs(ctx, jobIds, { step: 'official', key, pressedBy: officerId, secret })
}
