import type { X509Certificate } from 'node:crypto'
import { checkChain, nameIn } from './check-chain.ts'
import { checkRevocation, type Evidence } from './check-revocation.ts'
import { finding, type Finding, type Signer } from './finding.ts'
import { parsed, type Cms } from './read-cms.ts'

export type SignerCheck = {
  signer: Signer
  trusted: boolean
  revocation: 'good' | 'revoked' | 'unknown'
  findings: Finding[]
}

/** When a signature was made, as far as anybody knows. */
export type Times = { claimed: Date | undefined; proven: Date | undefined; now: Date }

/**
 * Who signed, and whether they could at that time. Judged at the proven time where there is one; else
 * now, because a claimed time can be set back to before a certificate was revoked or ran out.
 */
export function checkSigner(
  cms: Cms & { signer: X509Certificate },
  roots: readonly X509Certificate[],
  evidence: Evidence,
  times: Times,
): SignerCheck {
  const { signer } = cms
  const pool = [...cms.certificates, ...evidence.certificates]
  const at = times.proven ?? times.now
  const lead = (at: Date) => checkChain(signer, pool, roots, { at, purpose: 'sign' })
  const chain = lead(at)
  const found: Finding[] = []
  if (chain.wrong) {
    const { code, detail } = chain.wrong
    const since = code === 'certificate_expired' && !times.proven && times.claimed
    const wasFine = since && !lead(since).wrong
    found.push(finding(wasFine ? 'expired_since' : code, { detail }))
  }
  if (!chain.trusted) found.push(finding('signed_by_others'))
  const standing = checkStandings(chain.path, evidence, times)
  return {
    signer: describe(signer),
    trusted: chain.trusted,
    revocation: standing.revocation,
    findings: [...found, ...standing.findings],
  }
}

/**
 * Each certificate of the chain but the root, whose word nobody can take back. An answer of before the
 * revocation says nothing of a signature that is only claimed to be as old: without a proven time it
 * must be current now.
 */
function checkStandings(path: X509Certificate[], evidence: Evidence, times: Times) {
  const at = times.proven ?? times.now
  const findings: Finding[] = []
  let unknown = path.length < 2
  for (const [i, certificate] of path.slice(0, -1).entries()) {
    const standing = checkRevocation(certificate, path[i + 1]!, evidence, at)
    if (standing.state === 'unknown') unknown = true
    if (standing.state !== 'revoked') continue
    const later = times.proven && standing.since > times.proven
    const detail = `${nameIn(parsed(certificate).subject)}, ${standing.since.toISOString()}`
    findings.push(finding(later ? 'revoked_later' : 'revoked', { detail }))
  }
  const revoked = findings.some((it) => it.code === 'revoked')
  if (revoked) return { revocation: 'revoked' as const, findings }
  if (!unknown) return { revocation: 'good' as const, findings }
  return { revocation: 'unknown' as const, findings: [...findings, finding('revocation_unknown')] }
}

function describe(certificate: X509Certificate): Signer {
  const { subject, issuer } = parsed(certificate)
  return {
    name: nameIn(subject),
    organisation: nameIn(subject, '2.5.4.10') || undefined,
    issuer: nameIn(issuer),
    serial: certificate.serialNumber,
    fingerprint: certificate.fingerprint256.replaceAll(':', '').toLowerCase(),
    validFrom: certificate.validFromDate,
    validTo: certificate.validToDate,
  }
}
