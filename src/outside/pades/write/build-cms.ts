import { verify, X509Certificate } from 'node:crypto'
import { hashOf, oids, parsed } from '../inspect/read-cms.ts'
import { der, octets, oid, sequence, set, tagged, tags, version } from './der.ts'

/** What keys of officials are: RSA by PKCS#1 v1.5, or ECDSA on P-256, both over SHA-256. */
export type Algorithm = 'RSA-SHA256' | 'ECDSA-SHA256'

const sha256 = sequence(oid('2.16.840.1.101.3.4.2.1'), der(tags.nothing))
const algorithms: Record<Algorithm, Buffer> = {
  'RSA-SHA256': sequence(oid('1.2.840.113549.1.1.11'), der(tags.nothing)),
  'ECDSA-SHA256': sequence(oid('1.2.840.10045.4.3.2')),
}

/**
 * The attributes that the key signs, as DER: that it is data, its digest, and which certificate signs
 * (RFC 5035), so that nobody can put another in its place. No signing time: PAdES has it in the file
 * (ETSI EN 319 142-1, 5.3).
 */
export function signedAttributes(digest: Uint8Array, certificate: Uint8Array): Buffer {
  const named = sequence(sequence(sequence(octets(hashOf('sha256', certificate)))))
  return set(
    attribute(oids.contentType, oid(oids.data)),
    attribute(oids.messageDigest, octets(digest)),
    attribute(oids.signingCertificateV2, named),
  )
}

export type Made = {
  attributes: Uint8Array
  signature: Uint8Array
  algorithm: Algorithm
  /** The signer's certificate first, as DER. */
  chain: Uint8Array[]
  /** RFC 3161 token over the signature. */
  token?: Uint8Array
}

/** The signature as CMS (RFC 5652), detached, with all certificates. */
export function buildCms({ attributes, signature, algorithm, chain, token }: Made): Buffer {
  const signer = sequence(
    version(1),
    issuerAndSerial(chain[0]!),
    sha256,
    // The same bytes that were signed, but for the tag: [0] instead of SET.
    Buffer.concat([Buffer.from([0xa0]), attributes.subarray(1)]),
    algorithms[algorithm],
    octets(signature),
    ...(token ? [tagged(1, attribute(oids.timeStampToken, token))] : []),
  )
  const data = sequence(
    version(1),
    set(sha256),
    sequence(oid(oids.data)),
    tagged(0, ...chain),
    set(signer),
  )
  return sequence(oid(oids.signedData), tagged(0, data))
}

/** Whether a signature that came back is the one that was asked for; looked at before it is used. */
export function isOurs({ attributes, signature, chain }: Omit<Made, 'token'>): boolean {
  const { publicKey } = new X509Certificate(chain[0]!)
  return verify('sha256', attributes, publicKey, signature)
}

/** By certificate: an official signs many copies with the same one. */
const named = new WeakMap<Uint8Array, Buffer>()

function issuerAndSerial(certificate: Uint8Array): Buffer {
  const known = named.get(certificate)
  if (known) return known
  const { issuer, serialNumber } = parsed(new X509Certificate(certificate))
  const fresh = sequence(Buffer.from(issuer.valueBeforeDecode), Buffer.from(serialNumber.toBER()))
  named.set(certificate, fresh)
  return fresh
}

function attribute(type: string, value: Uint8Array): Buffer {
  return sequence(oid(type), set(value))
}
