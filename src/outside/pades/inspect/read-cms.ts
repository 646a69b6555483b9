import { createHash, X509Certificate } from 'node:crypto'
import * as asn1js from 'asn1js'
import * as pkijs from 'pkijs'
import { hashByOid, signedWith, type SignedWith } from './algorithms.ts'

export const oids = {
  data: '1.2.840.113549.1.7.1',
  signedData: '1.2.840.113549.1.7.2',
  contentType: '1.2.840.113549.1.9.3',
  messageDigest: '1.2.840.113549.1.9.4',
  signingTime: '1.2.840.113549.1.9.5',
  signingCertificate: '1.2.840.113549.1.9.16.2.12',
  signingCertificateV2: '1.2.840.113549.1.9.16.2.47',
  timeStampToken: '1.2.840.113549.1.9.16.2.14',
  tstInfo: '1.2.840.113549.1.9.16.1.4',
  revocationArchive: '1.2.840.113583.1.1.8',
}

/** One signature in CMS (RFC 5652) with exactly one signer, taken apart. */
export type Cms = {
  contentType: string
  /** What it holds inside; undefined when detached. */
  content: Uint8Array | undefined
  digest: string | undefined
  signedWith: SignedWith | null
  certificates: X509Certificate[]
  signer: X509Certificate | undefined
  /** The signed attributes as the bytes that were signed. */
  attributes: Uint8Array | undefined
  signed: Map<string, asn1js.BaseBlock[]>
  unsigned: Map<string, asn1js.BaseBlock[]>
  signature: Uint8Array
}

/** Null for what is not a CMS signature with one signer. */
export function readCms(der: Uint8Array): Cms | null {
  try {
    const { result, offset } = asn1js.fromBER(der)
    if (offset === -1) return null
    const wrapped = new pkijs.ContentInfo({ schema: result })
    if (wrapped.contentType !== oids.signedData) return null
    const content = wrapped.content as asn1js.Sequence
    return takeApart(new pkijs.SignedData({ schema: content }), certificatesIn(content))
  } catch {
    // asn1js and pkijs throw plain errors for whatever does not fit; a stack that overflows is one too.
    return null
  }
}

/** The certificates byte for byte as they came: encoded anew they might hash to something else. */
function certificatesIn(content: asn1js.Sequence): X509Certificate[] {
  const set = content.valueBlock.value.find(
    ({ idBlock }) => idBlock.tagClass === 3 && idBlock.tagNumber === 0,
  ) as asn1js.Constructed | undefined
  return (set?.valueBlock.value ?? [])
    .filter(({ idBlock }) => idBlock.tagClass === 1 && idBlock.tagNumber === 16)
    .flatMap((it) => readCertificate(it.valueBeforeDecodeView) ?? [])
}

function takeApart(data: pkijs.SignedData, certificates: X509Certificate[]): Cms | null {
  const [info, ...more] = data.signerInfos
  if (!info || more.length > 0) return null
  const digest = hashByOid(info.digestAlgorithm.algorithmId)
  const { eContent, eContentType } = data.encapContentInfo
  return {
    contentType: eContentType,
    content: eContent && new Uint8Array(eContent.getValue()),
    digest,
    signedWith: signedWith(info.signatureAlgorithm, digest),
    certificates,
    signer: certificates.find((it) => isNamedBy(info.sid, it)),
    attributes: info.signedAttrs && new Uint8Array(info.signedAttrs.encodedValue),
    signed: attributesOf(info.signedAttrs),
    unsigned: attributesOf(info.unsignedAttrs),
    signature: info.signature.valueBlock.valueHexView,
  }
}

function attributesOf(set: pkijs.SignedAndUnsignedAttributes | undefined) {
  const found = new Map<string, asn1js.BaseBlock[]>()
  for (const { type, values } of set?.attributes ?? []) {
    // Said twice, the first reader would believe one and the next the other.
    if (found.has(type)) throw new Error(`attribute ${type} twice`)
    found.set(type, values)
  }
  return found
}

function isNamedBy(sid: unknown, certificate: X509Certificate): boolean {
  if (sid instanceof pkijs.IssuerAndSerialNumber) {
    const { issuer, serialNumber } = parsed(certificate)
    return sid.issuer.isEqual(issuer) && sid.serialNumber.isEqual(serialNumber)
  }
  const key = sid as asn1js.OctetString
  const named = Buffer.from(key.valueBlock.valueHexView).toString('hex')
  return named.length > 0 && named === subjectKeyOf(certificate)
}

function subjectKeyOf(certificate: X509Certificate): string | undefined {
  const extension = parsed(certificate).extensions?.find((it) => it.extnID === '2.5.29.14')
  const value = extension?.parsedValue as asn1js.OctetString | undefined
  return value && Buffer.from(value.valueBlock.valueHexView).toString('hex')
}

/** Null for what is no certificate, or one whose key or names cannot be read when they are needed. */
export function readCertificate(der: Uint8Array): X509Certificate | null {
  try {
    const certificate = new X509Certificate(der)
    parsed(certificate)
    return certificate.publicKey.type === 'public' ? certificate : null
  } catch {
    return null
  }
}

const known = new WeakMap<X509Certificate, pkijs.Certificate>()

/** The certificate as pkijs sees it: names and extensions, which Node does not show. */
export function parsed(certificate: X509Certificate): pkijs.Certificate {
  const already = known.get(certificate)
  if (already) return already
  const fresh = pkijs.Certificate.fromBER(certificate.raw)
  known.set(certificate, fresh)
  return fresh
}

export function hashOf(name: string, ...parts: Uint8Array[]): Buffer {
  const hash = createHash(name)
  for (const part of parts) hash.update(part)
  return hash.digest()
}
