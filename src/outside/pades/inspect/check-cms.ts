import type { X509Certificate } from 'node:crypto'
import * as asn1js from 'asn1js'
import { isSignedBy, isWeakHash, isWeakKey } from './algorithms.ts'
import { finding, type Finding } from './finding.ts'
import { hashByOid } from './algorithms.ts'
import { hashOf, oids, type Cms } from './read-cms.ts'

/**
 * Whether one CMS signature really speaks for these bytes (RFC 5652, 5.4 and 5.6): the digest inside is
 * theirs, the signature over the attributes was made with the key of the named certificate, and that
 * certificate is named among what was signed (RFC 5035), so that nobody can put another in its place.
 */
export function checkCms(cms: Cms, parts: Uint8Array[], kind: 'cades' | 'pkcs7'): Finding[] {
  const { signer, signedWith, digest, attributes } = cms
  if (!signer) return [finding('signer_missing')]
  if (!digest || !signedWith) return [finding('algorithm_unsupported')]
  if (!attributes) return [finding('attribute_missing', { detail: 'signedAttrs' })]

  const found: Finding[] = []
  for (const hash of new Set([digest, signedWith.hash])) {
    if (isWeakHash(hash)) found.push(finding('weak_digest', { detail: hash.toUpperCase() }))
  }
  if (isWeakKey(signer.publicKey)) found.push(finding('weak_key'))
  if (signedWith.how !== 'ed25519' && signedWith.hash !== digest) {
    found.push(finding('algorithm_unsupported', { detail: `${digest} ≠ ${signedWith.hash}` }))
  }

  const said = cms.signed.get(oids.messageDigest)?.[0]
  const type = cms.signed.get(oids.contentType)?.[0]
  const fixed = said instanceof asn1js.OctetString ? said.valueBlock.valueHexView : undefined
  if (!fixed) found.push(finding('attribute_missing', { detail: 'messageDigest' }))
  if (!(type instanceof asn1js.ObjectIdentifier) || type.getValue() !== cms.contentType) {
    found.push(finding('attribute_missing', { detail: 'contentType' }))
  }
  if (fixed && !hashOf(digest, ...parts).equals(fixed)) {
    found.push(finding('digest_mismatch'))
  }
  if (!isSignedBy(signer.publicKey, signedWith, attributes, cms.signature)) {
    found.push(finding('signature_broken'))
  }
  return [...found, ...checkNamed(cms, signer, kind)]
}

function checkNamed(cms: Cms, signer: X509Certificate, kind: 'cades' | 'pkcs7'): Finding[] {
  const second = cms.signed.get(oids.signingCertificateV2)?.[0]
  const first = cms.signed.get(oids.signingCertificate)?.[0]
  const named = firstNamed(second ?? first)
  if (!named) {
    const detail = 'signing-certificate-v2'
    if (kind === 'cades') return [finding('attribute_missing', { detail })]
    return [finding('certificate_not_named')]
  }
  const hash = named.hashOid ? hashByOid(named.hashOid) : second ? 'sha256' : 'sha1'
  if (hash && hashOf(hash, signer.raw).equals(named.hash)) return []
  return [finding('wrong_certificate')]
}

/** `SigningCertificate{V2} ::= SEQUENCE { certs SEQUENCE OF { [hashAlgorithm,] certHash, … } … }` */
function firstNamed(attribute: asn1js.BaseBlock | undefined) {
  const inside = (block: asn1js.BaseBlock | undefined) =>
    block instanceof asn1js.Sequence ? block.valueBlock.value : []
  const [certs] = inside(attribute)
  const [id] = inside(certs)
  const [head, next] = inside(id)
  const algorithm = head instanceof asn1js.Sequence ? inside(head)[0] : undefined
  const hash = algorithm ? next : head
  if (!(hash instanceof asn1js.OctetString)) return undefined
  const hashOid = algorithm instanceof asn1js.ObjectIdentifier ? algorithm.getValue() : undefined
  return { hash: hash.valueBlock.valueHexView, hashOid }
}
