import type { X509Certificate } from 'node:crypto'
import type { EvidenceFiles } from '../pades/write/add-evidence.ts'
import { askCrl } from './ask-crl.ts'
import { askOcsp } from './ask-ocsp.ts'

export type Gathered = EvidenceFiles & {
  /** Of whose standing nothing could be learnt, and who is revoked. */
  unknown: X509Certificate[]
  revoked: X509Certificate[]
}

/**
 * Everything that a signature needs to be believed later without asking anybody: for each chain, from
 * the signer up, the certificates and what their issuers say of them today. The addresses are those in
 * the certificates unless others are given.
 */
export async function gatherEvidence(
  chains: X509Certificate[][],
  now: Date,
  urls: { ocsp?: string; crl?: string } = {},
): Promise<Gathered> {
  const found: Gathered = { certificates: [], ocsps: [], crls: [], unknown: [], revoked: [] }
  const seen = new Set<string>()
  for (const chain of chains) {
    for (const [i, certificate] of chain.entries()) {
      if (seen.has(certificate.fingerprint256)) continue
      seen.add(certificate.fingerprint256)
      found.certificates.push(certificate.raw)
      const issuer = chain[i + 1]
      if (!issuer) continue
      const online = await askOcsp(certificate, issuer, now, { url: urls.ocsp })
      const said = online ?? (await askCrl(certificate, issuer, now, { url: urls.crl }))
      if (!said) found.unknown.push(certificate)
      else (online ? found.ocsps : found.crls).push(said.answer)
      if (said?.state === 'revoked') found.revoked.push(certificate)
    }
  }
  return found
}
