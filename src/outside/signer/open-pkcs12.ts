import { sign, X509Certificate, type KeyObject } from 'node:crypto'
import type { Algorithm } from '../pades/write/build-cms.ts'
import { readPkcs12 } from './read-pkcs12.ts'
import { SignerTrouble, type HashSigner } from './signer.ts'

/** A key in a PKCS#12 file with a password. The key stays in the memory of this process. */
export async function openPkcs12(file: Uint8Array, password: string): Promise<HashSigner> {
  const { key, certificates } = await readPkcs12(file, password)
  const algorithm = algorithmOf(key)
  return {
    algorithm,
    chain: orderChain(key, certificates),
    sign: ({ attributes }) =>
      Promise.resolve({ state: 'done', signature: sign('sha256', attributes, key) }),
  }
}

export function algorithmOf(key: KeyObject): Algorithm {
  const { asymmetricKeyType: type, asymmetricKeyDetails: details } = key
  if (type === 'rsa' && (details?.modulusLength ?? 0) >= 2048) return 'RSA-SHA256'
  if (type === 'ec' && details?.namedCurve === 'prime256v1') return 'ECDSA-SHA256'
  throw new SignerTrouble('key_unsupported', type ?? '')
}

/** The certificate of the key first, then who issued it, and so on up. */
function orderChain(key: KeyObject, certificates: Uint8Array[]): Uint8Array[] {
  const all = certificates.map((it) => new X509Certificate(it))
  let next = all.find((it) => it.checkPrivateKey(key))
  if (!next) throw new SignerTrouble('file_broken')
  const chain: X509Certificate[] = []
  while (next && !chain.includes(next)) {
    const below: X509Certificate = next
    chain.push(below)
    next = all.find((it) => !it.raw.equals(below.raw) && below.checkIssued(it))
  }
  return chain.map((it) => it.raw)
}
