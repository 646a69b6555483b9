import type { X509Certificate } from 'node:crypto'
import * as asn1js from 'asn1js'
import * as pkijs from 'pkijs'
import type { Revision } from '../pdf/open-revision.ts'
import { as, dictOf } from '../pdf/pdf-object.ts'
import { hashByOid, isSignedBy, isWeakHash, signedWith } from './algorithms.ts'
import { checkChain, isIssuedBy } from './check-chain.ts'
import { arrayOf, catalogOf } from './find-signatures.ts'
import { inflateStream } from '../pdf/inflate-stream.ts'
import { hashOf, parsed, readCertificate } from './read-cms.ts'

/** What a file brings along so that it can be believed later: the DSS of ETSI EN 319 142-1, 5.4.2. */
export type Evidence = {
  certificates: X509Certificate[]
  ocsps: pkijs.BasicOCSPResponse[]
  crls: pkijs.CertificateRevocationList[]
}

export type Standing = { state: 'good' } | { state: 'unknown' } | { state: 'revoked'; since: Date }

export const noEvidence: Evidence = { certificates: [], ocsps: [], crls: [] }

export function readEvidence(revision: Revision): Evidence {
  const { get, file } = revision
  const dss = dictOf(get(catalogOf(revision).map.get('DSS')))
  if (!dss) return noEvidence
  const read = <T>(key: string, make: (der: Uint8Array) => T | undefined): T[] =>
    arrayOf(get(dss.map.get(key))).flatMap((it) => {
      const stream = as('stream', get(it))
      // What cannot be read is no evidence; the signature is then unknown, not wrong.
      try {
        return (stream && make(inflateStream(stream, file.budget))) ?? []
      } catch {
        return []
      }
    })
  return {
    certificates: read('Certs', (der) => readCertificate(der) ?? undefined),
    ocsps: read('OCSPs', readOcsp),
    crls: read('CRLs', (der) => pkijs.CertificateRevocationList.fromBER(new Uint8Array(der))),
  }
}

export function readOcsp(der: Uint8Array): pkijs.BasicOCSPResponse | undefined {
  const whole = pkijs.OCSPResponse.fromBER(new Uint8Array(der))
  const inside = whole.responseBytes?.response.valueBlock.valueHexView
  return inside && pkijs.BasicOCSPResponse.fromBER(new Uint8Array(inside))
}

/**
 * Whether a certificate had been revoked, by what the file brings along (RFC 6960, RFC 5280). Only an
 * answer that was still current at `at` counts as good; a revocation counts whenever it was said.
 */
export function checkRevocation(
  certificate: X509Certificate,
  issuer: X509Certificate,
  evidence: Evidence,
  at: Date,
): Standing {
  const said = [
    ...evidence.ocsps.flatMap((it) => orNothing(() => askOcsp(certificate, issuer, it, at))),
    ...evidence.crls.flatMap((it) => orNothing(() => askCrl(certificate, issuer, it, at))),
  ]
  return (
    said.find((it) => it.state === 'revoked') ??
    said.find((it) => it.state === 'good') ?? { state: 'unknown' }
  )
}

/** What cannot be read says nothing: pkijs throws plain errors for DER that does not fit. */
function orNothing(ask: () => Standing[]): Standing[] {
  try {
    return ask()
  } catch {
    return []
  }
}

function askOcsp(
  certificate: X509Certificate,
  issuer: X509Certificate,
  ocsp: pkijs.BasicOCSPResponse,
  at: Date,
): Standing[] {
  const answer = ocsp.tbsResponseData.responses.find((it) =>
    isAbout(it.certID, certificate, issuer),
  )
  if (!answer || !isAnsweredFor(issuer, ocsp)) return []
  const { tagNumber } = (answer.certStatus as asn1js.BaseBlock).idBlock
  if (tagNumber === 1) {
    const [when] = (answer.certStatus as asn1js.Constructed).valueBlock.value
    return [{ state: 'revoked', since: (when as asn1js.GeneralizedTime).toDate() }]
  }
  const until = answer.nextUpdate ?? answer.thisUpdate
  return tagNumber === 0 && until >= at ? [{ state: 'good' }] : []
}

function isAbout(id: pkijs.CertID, certificate: X509Certificate, issuer: X509Certificate): boolean {
  const hash = hashByOid(id.hashAlgorithm.algorithmId)
  if (!hash) return false
  const { subject, subjectPublicKeyInfo } = parsed(issuer)
  const name = hashOf(hash, new Uint8Array(subject.valueBeforeDecode))
  const key = hashOf(hash, subjectPublicKeyInfo.subjectPublicKey.valueBlock.valueHexView)
  return (
    id.serialNumber.isEqual(parsed(certificate).serialNumber) &&
    name.equals(id.issuerNameHash.valueBlock.valueHexView) &&
    key.equals(id.issuerKeyHash.valueBlock.valueHexView)
  )
}

/** Signed by the issuer, or by someone to whom the issuer gave that task (RFC 6960, 4.2.2.2). */
function isAnsweredFor(issuer: X509Certificate, ocsp: pkijs.BasicOCSPResponse): boolean {
  const { tbsResponseData, signatureAlgorithm, signature } = ocsp
  const made = signedWith(signatureAlgorithm)
  if (!made || isWeakHash(made.hash)) return false
  const at = tbsResponseData.producedAt
  const deputies = (ocsp.certs ?? [])
    .flatMap((it) => readCertificate(Buffer.from(it.toSchema(false).toBER())) ?? [])
    .filter((it) => isIssuedBy(it, issuer))
    .filter((it) => !checkChain(it, [], [it], { at, purpose: 'ocsp' }).wrong)
  return [issuer, ...deputies].some((it) =>
    isSignedBy(it.publicKey, made, tbsResponseData.tbsView, signature.valueBlock.valueHexView),
  )
}

function askCrl(
  certificate: X509Certificate,
  issuer: X509Certificate,
  crl: pkijs.CertificateRevocationList,
  at: Date,
): Standing[] {
  if (!crl.issuer.isEqual(parsed(issuer).subject)) return []
  // A list of changes, or of only some certificates, is not the whole list.
  if (crl.crlExtensions?.extensions.some((it) => it.critical)) return []
  const made = signedWith(crl.signatureAlgorithm)
  const bits = crl.signatureValue.valueBlock.valueHexView
  if (!made || isWeakHash(made.hash) || !isSignedBy(issuer.publicKey, made, crl.tbsView, bits)) {
    return []
  }
  const { serialNumber } = parsed(certificate)
  const struck = crl.revokedCertificates?.find((it) => it.userCertificate.isEqual(serialNumber))
  if (struck) return [{ state: 'revoked', since: struck.revocationDate.value }]
  const until = crl.nextUpdate?.value ?? crl.thisUpdate.value
  return until >= at ? [{ state: 'good' }] : []
}
