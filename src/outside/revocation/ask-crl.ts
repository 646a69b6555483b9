import type { X509Certificate } from 'node:crypto'
import * as pkijs from 'pkijs'
import { checkRevocation, noEvidence } from '../pades/inspect/check-revocation.ts'
import { parsed } from '../pades/inspect/read-cms.ts'

const largestList = 4 * 2 ** 20

/**
 * Fetches the list on which a certificate would stand if it were revoked (RFC 5280, 5), and looks. Null
 * when there is no list that its issuer signed and that is current.
 */
export async function askCrl(
  certificate: X509Certificate,
  issuer: X509Certificate,
  now: Date,
  {
    url = addressIn(certificate),
    timeout = 10_000,
  }: { url?: string | undefined; timeout?: number } = {},
): Promise<{ answer: Uint8Array; state: 'good' | 'revoked' } | null> {
  if (!url) return null
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(timeout), redirect: 'error' })
    const answer = new Uint8Array(await response.arrayBuffer())
    if (!response.ok || answer.length > largestList) return null
    const crls = [pkijs.CertificateRevocationList.fromBER(answer)]
    const { state } = checkRevocation(certificate, issuer, { ...noEvidence, crls }, now)
    return state === 'unknown' ? null : { answer, state }
  } catch {
    // Down, slow or babbling: as if there were none.
    return null
  }
}

function addressIn(certificate: X509Certificate): string | undefined {
  const extension = parsed(certificate).extensions?.find((it) => it.extnID === '2.5.29.31')
  const points = (extension?.parsedValue as pkijs.CRLDistributionPoints | undefined)
    ?.distributionPoints
  for (const { distributionPoint } of points ?? []) {
    for (const name of Array.isArray(distributionPoint) ? distributionPoint : []) {
      if (typeof name.value === 'string' && /^https?:\/\//.test(name.value)) return name.value
    }
  }
  return undefined
}
