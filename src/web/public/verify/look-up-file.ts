import type { Ctx } from '#src/base/ctx.ts'
import { hashAside } from '#src/base/hash-aside.ts'
import { findIssuedBySha256, type Issued } from '#src/modules/certification/index.ts'
import type { Report } from '#src/outside/pades/inspect/finding.ts'

/** More signatures than any paper bears: of further ones no beginning is looked up. */
const mostBeginnings = 8

/** The copy whose file this is, and else the copy that it began as: each signature says how far it goes. */
export async function lookUpFile(
  ctx: Ctx,
  bytes: Uint8Array,
  report: Report,
): Promise<{ whole: Issued | null; beginning: Issued | null }> {
  const whole = await findIssuedBySha256(ctx, { sha256: report.sha256 })
  if (whole) return { whole, beginning: null }
  const ends = new Set(report.signatures.map((it) => it.signedBytes))
  const shorter = [...ends].filter((end) => end > 0 && end < bytes.length).sort((a, b) => b - a)
  for (const end of shorter.slice(0, mostBeginnings)) {
    const sha256 = (await hashAside(bytes.subarray(0, end))).toString('hex')
    const beginning = await findIssuedBySha256(ctx, { sha256 })
    if (beginning) return { whole: null, beginning }
  }
  return { whole: null, beginning: null }
}
