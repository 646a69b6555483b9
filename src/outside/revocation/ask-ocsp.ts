import type { X509Certificate } from 'node:crypto'
import * as asn1js from 'asn1js'
import * as pkijs from 'pkijs'
import { checkRevocation, noEvidence, readOcsp } from '../pades/inspect/check-revocation.ts'
import { hashOf, parsed } from '../pades/inspect/read-cms.ts'

const sha1 = '1.3.14.3.2.26'
const largestAnswer = 64 * 1024

/**
 * Asks the issuer's service whether a certificate is still in force (RFC 6960). Gives the answer as DER
 * and what it says; null when none came that is signed by whom it should be. The address is the one in
 * the certificate unless another is given.
 */
export async function askOcsp(
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
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/ocsp-request' },
      body: writeQuestion(certificate, issuer),
      signal: AbortSignal.timeout(timeout),
      redirect: 'error',
    })
    const answer = new Uint8Array(await response.arrayBuffer())
    const ocsp = response.ok && answer.length <= largestAnswer ? readOcsp(answer) : undefined
    if (!ocsp) return null
    // Signed by whom it should be and still current: the same check that a reader will make.
    const { state } = checkRevocation(certificate, issuer, { ...noEvidence, ocsps: [ocsp] }, now)
    return state === 'unknown' ? null : { answer, state }
  } catch {
    // Down, slow or babbling: the signature is then made without, and says so.
    return null
  }
}

function writeQuestion(certificate: X509Certificate, issuer: X509Certificate): ArrayBuffer {
  const { subject, subjectPublicKeyInfo } = parsed(issuer)
  const octets = (bytes: Uint8Array) => new asn1js.OctetString({ valueHex: new Uint8Array(bytes) })
  const key = subjectPublicKeyInfo.subjectPublicKey.valueBlock.valueHexView
  const id = new pkijs.CertID({
    // Every service knows SHA-1 here; it only names the issuer and protects nothing.
    hashAlgorithm: new pkijs.AlgorithmIdentifier({
      algorithmId: sha1,
      algorithmParams: new asn1js.Null(),
    }),
    issuerNameHash: octets(hashOf('sha1', new Uint8Array(subject.valueBeforeDecode))),
    issuerKeyHash: octets(hashOf('sha1', key)),
    serialNumber: parsed(certificate).serialNumber,
  })
  const request = new pkijs.OCSPRequest({
    tbsRequest: new pkijs.TBSRequest({ requestList: [new pkijs.Request({ reqCert: id })] }),
  })
  return request.toSchema(true).toBER()
}

/** `OCSP - URI:http://…` of the authority information access. */
function addressIn(certificate: X509Certificate): string | undefined {
  return /^OCSP - URI:(https?:\/\/\S+)$/m.exec(certificate.infoAccess ?? '')?.[1]
}
