import { Refusal } from '#src/base/refusal.ts'
import { requireRight } from '#src/base/right.ts'
import { record } from '#src/modules/audit/index.ts'
import { readSealedFile, type SigningCtx } from '#src/modules/signing/index.ts'
import { getCopy } from './get-copy.ts'

/**
 * The sealed file, as long as the house stands. Refuses before both signatures are in it, and a copy on
 * paper. Each look is in the trail.
 */
export async function readCopyFile(
  ctx: SigningCtx,
  input: { copyId: string },
): Promise<{ bytes: Uint8Array; name: string }> {
  requireRight(ctx, 'requests.read')
  const copy = await getCopy(ctx, input)
  if (copy.sha256 === null || copy.signingJobId === null || !copy.numbered)
    throw new Refusal('certification.not_issued')
  const bytes = await readSealedFile(ctx, { jobId: copy.signingJobId })
  await record(ctx, 'certification.file_read', copy.id)
  return { bytes, name: `ban-sao-${copy.numbered.year}-${copy.numbered.number}.pdf` }
}
