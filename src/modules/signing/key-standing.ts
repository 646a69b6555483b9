import { X509Certificate } from 'node:crypto'
import type { Ctx } from '#src/base/ctx.ts'
import { vietnamDay } from '#src/base/vietnam-day.ts'
import { checkChain } from '#src/outside/pades/inspect/check-chain.ts'
import { gatherEvidence } from '#src/outside/revocation/gather-evidence.ts'
import type { OpenableKey } from './key.ts'
import { readRoots } from './read-roots.ts'

/** Why a key must not sign now, whatever its password; each a refusal with its own words. */
export type KeyTrouble =
  | 'certificate_not_yet_valid'
  | 'certificate_expired'
  | 'certificate_revoked'
  | 'certificate_unfit'
  | 'certificate_untrusted'
  | 'holder_not_yet'
  | 'holder_no_longer'

export type Standing = {
  trouble: KeyTrouble | null
  /** Whether everybody who could revoke a certificate of the chain was heard. */
  revocation: 'good' | 'unknown' | 'not_asked'
}

const not = (trouble: KeyTrouble): Standing => ({ trouble, revocation: 'not_asked' })

/** Whether the holder may sign today, and the certificate is in force. */
export async function readStanding(
  ctx: Ctx,
  key: OpenableKey,
  { ask }: { ask: boolean },
): Promise<Standing> {
  const today = vietnamDay(ctx.now)
  const { validFrom, validTo } = key.holder
  if (Temporal.PlainDate.compare(today, validFrom) < 0) return not('holder_not_yet')
  if (validTo && Temporal.PlainDate.compare(today, validTo) > 0) return not('holder_no_longer')
  return readCertificateStanding(ctx, key, { ask })
}

/**
 * Whether a certificate is in force: its time, its use, its chain to a root of the office, and when `ask`
 * is set what its issuers say now. Without roots the chain is not judged; `readReadiness` then warns.
 */
export async function readCertificateStanding(
  ctx: Ctx,
  { certificate, above }: { certificate: X509Certificate; above: readonly Uint8Array[] },
  { ask }: { ask: boolean },
): Promise<Standing> {
  const roots = await readRoots(ctx)
  const pool = above.map((der) => new X509Certificate(der))
  const how = { at: ctx.now, purpose: 'sign' } as const
  const { path, wrong, trusted } = checkChain(certificate, pool, roots, how)
  if (wrong?.code === 'certificate_expired') return not('certificate_expired')
  if (wrong?.code === 'certificate_not_yet_valid') return not('certificate_not_yet_valid')
  if (wrong) return not('certificate_unfit')
  if (!trusted && roots.length > 0) return not('certificate_untrusted')
  if (!ask || path.length < 2) return { trouble: null, revocation: 'not_asked' }
  const { revoked, unknown } = await gatherEvidence([path], ctx.now)
  if (revoked.length > 0) return { trouble: 'certificate_revoked', revocation: 'good' }
  return { trouble: null, revocation: unknown.length > 0 ? 'unknown' : 'good' }
}
