import { constants, verify, type KeyObject } from 'node:crypto'
import * as pkijs from 'pkijs'

/** Hashes by object identifier, as `node:crypto` calls them. */
const hashes: Record<string, string> = {
  '1.2.840.113549.2.5': 'md5',
  '1.3.14.3.2.26': 'sha1',
  '2.16.840.1.101.3.4.2.4': 'sha224',
  '2.16.840.1.101.3.4.2.1': 'sha256',
  '2.16.840.1.101.3.4.2.2': 'sha384',
  '2.16.840.1.101.3.4.2.3': 'sha512',
}

const rsaEncryption = '1.2.840.113549.1.1.1'
const rsaPss = '1.2.840.113549.1.1.10'
const ed25519 = '1.3.101.112'

/** Signature algorithms that name their hash themselves. */
const named: Record<string, { type: 'rsa' | 'ec'; hash: string }> = {
  '1.2.840.113549.1.1.4': { type: 'rsa', hash: 'md5' },
  '1.2.840.113549.1.1.5': { type: 'rsa', hash: 'sha1' },
  '1.2.840.113549.1.1.14': { type: 'rsa', hash: 'sha224' },
  '1.2.840.113549.1.1.11': { type: 'rsa', hash: 'sha256' },
  '1.2.840.113549.1.1.12': { type: 'rsa', hash: 'sha384' },
  '1.2.840.113549.1.1.13': { type: 'rsa', hash: 'sha512' },
  '1.2.840.10045.4.1': { type: 'ec', hash: 'sha1' },
  '1.2.840.10045.4.3.1': { type: 'ec', hash: 'sha224' },
  '1.2.840.10045.4.3.2': { type: 'ec', hash: 'sha256' },
  '1.2.840.10045.4.3.3': { type: 'ec', hash: 'sha384' },
  '1.2.840.10045.4.3.4': { type: 'ec', hash: 'sha512' },
}

export function hashByOid(oid: string): string | undefined {
  return hashes[oid]
}

/** MD5 and SHA-1 collide; SHA-224 is below what ETSI TS 119 312 asks for. */
export function isWeakHash(hash: string): boolean {
  return ['md5', 'sha1', 'sha224'].includes(hash)
}

/** RSA below 2048 bits and curves below 256 (ETSI TS 119 312). */
export function isWeakKey(key: KeyObject): boolean {
  const { modulusLength, namedCurve = '' } = key.asymmetricKeyDetails ?? {}
  if (modulusLength !== undefined) return modulusLength < 2048
  return /(^|\D)(1\d\d|2[0-3]\d|224)(\D|$)/.test(namedCurve)
}

export type SignedWith = { hash: string; how: 'rsa' | 'pss' | 'ec' | 'ed25519'; salt?: number }

/** What a signature was made with; null for what we do not know. `digest` is what CMS names beside. */
export function signedWith(
  algorithm: pkijs.AlgorithmIdentifier,
  digest?: string,
): SignedWith | null {
  const oid = algorithm.algorithmId
  if (oid === rsaEncryption) return digest ? { hash: digest, how: 'rsa' } : null
  if (oid === ed25519) return { hash: digest ?? 'sha512', how: 'ed25519' }
  if (oid === rsaPss) return pssOf(algorithm)
  const known = named[oid]
  return known ? { hash: known.hash, how: known.type } : null
}

function pssOf(algorithm: pkijs.AlgorithmIdentifier): SignedWith | null {
  const parameters = new pkijs.RSASSAPSSParams({ schema: algorithm.algorithmParams })
  const hash = hashByOid(parameters.hashAlgorithm.algorithmId)
  const mask = new pkijs.AlgorithmIdentifier({
    schema: parameters.maskGenAlgorithm.algorithmParams,
  })
  // OpenSSL takes the same hash for the mask; a mixture is not met in practice and is not guessed at.
  if (!hash || hashByOid(mask.algorithmId) !== hash) return null
  return { hash, how: 'pss', salt: parameters.saltLength }
}

/** Whether `signature` over `data` was made with the key that belongs to `key`. */
export function isSignedBy(
  key: KeyObject,
  signed: SignedWith,
  data: Uint8Array,
  signature: Uint8Array,
): boolean {
  const types = { rsa: ['rsa'], pss: ['rsa', 'rsa-pss'], ec: ['ec'], ed25519: ['ed25519'] }
  if (!types[signed.how].includes(key.asymmetricKeyType ?? '')) return false
  const { RSA_PKCS1_PSS_PADDING } = constants
  const pss = { key, padding: RSA_PKCS1_PSS_PADDING, saltLength: signed.salt ?? 20 }
  try {
    if (signed.how === 'pss') return verify(signed.hash, data, pss, signature)
    return verify(signed.how === 'ed25519' ? null : signed.hash, data, key, signature)
  } catch {
    return false
  }
}
