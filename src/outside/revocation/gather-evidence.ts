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
  const links = new Map<
    string,
    { certificate: X509Certificate; issuer: X509Certificate | undefined }
  >()
  for (const chain of chains)
    for (const [i, certificate] of chain.entries())
      if (!links.has(certificate.fingerprint256))
        links.set(certificate.fingerprint256, { certificate, issuer: chain[i + 1] })
  // All at once: with every service silent, a file is held up once and not once for each certificate.
  const answers = await Promise.all(
    [...links.values()].map(async ({ certificate, issuer }) => ({
      certificate,
      said: issuer && (await askStanding(certificate, issuer, now, urls)),
    })),
  )
  for (const { certificate, said } of answers) {
    found.certificates.push(certificate.raw)
    if (said === undefined) continue
    if (!said) found.unknown.push(certificate)
    else found[said.kind].push(said.answer)
    if (said?.state === 'revoked') found.revoked.push(certificate)
  }
  return found
}

async function askStanding(
  certificate: X509Certificate,
  issuer: X509Certificate,
  now: Date,
  urls: { ocsp?: string; crl?: string },
) {
  const online = await askOcsp(certificate, issuer, now, { url: urls.ocsp })
  if (online) return { ...online, kind: 'ocsps' as const }
  const list = await askCrl(certificate, issuer, now, { url: urls.crl })
  return list && { ...list, kind: 'crls' as const }
}
