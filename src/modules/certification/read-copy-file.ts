import { Refusal } from '#src/base/refusal.ts'
import { requireRight } from '#src/base/right.ts'
import { record } from '#src/modules/audit/index.ts'
import { readSealedFile, type SigningCtx } from '#src/modules/signing/index.ts'
import { getCopy } from './get-copy.ts'

/**
 * The sealed file, to be handed out, as long as the house stands. Refuses before both signatures are in
 * it, a copy on paper, and by name one that was annulled or revoked: nobody hands that out again. Whoever
 * may read the trail still reads it `forTrail`, as what was once given out. Each look is in the trail.
 */
export async function readCopyFile(
  ctx: SigningCtx,
  input: { copyId: string; forTrail?: boolean },
): Promise<{ bytes: Uint8Array; name: string }> {
  const { copyId, forTrail = false } = input
  requireRight(ctx, 'requests.read')
  if (forTrail) requireRight(ctx, 'audit.read')
  const copy = await getCopy(ctx, { copyId })
  if (!forTrail && copy.state === 'annulled') throw new Refusal('certification.file_annulled')
  if (!forTrail && copy.state === 'revoked') throw new Refusal('certification.file_revoked')
  if (copy.sha256 === null || copy.signingJobId === null || !copy.numbered)
    throw new Refusal('certification.not_issued')
  const bytes = await readSealedFile(ctx, { jobId: copy.signingJobId })
  await record(ctx, 'certification.file_read', copy.id, forTrail ? { state: copy.state } : {})
  return { bytes, name: `ban-sao-${copy.numbered.year}-${copy.numbered.number}.pdf` }
}
