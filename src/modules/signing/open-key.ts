import { Refusal } from '#src/base/refusal.ts'
import { askCscToken } from '#src/outside/signer/ask-csc-token.ts'
import { openCsc } from '#src/outside/signer/open-csc.ts'
import { openPkcs11 } from '#src/outside/signer/open-pkcs11.ts'
import { openPkcs12 } from '#src/outside/signer/open-pkcs12.ts'
import { SignerTrouble, type HashSigner } from '#src/outside/signer/signer.ts'
import type { Access, OpenableKey } from './key.ts'

/**
 * Opens a registered key with what its holder typed: the password of the file or the PIN of the
 * token. A code for a remote service is given with each request instead. Throws `SignerTrouble`; refuses
 * a key that turns out to be another one than was registered: somebody else's certificate.
 */
export async function openKey(key: OpenableKey, secret: string): Promise<HashSigner> {
  const signer = await openAccess(key.access, secret, key.above)
  if (!key.certificate.raw.equals(signer.chain[0]!))
    throw new Refusal('signing.certificate_of_another')
  return { ...signer, chain: [key.certificate.raw, ...key.above] }
}

/** What is behind an access, before anything is registered. Throws `SignerTrouble`. */
export async function openAccess(
  access: Access,
  secret: string,
  above: readonly Uint8Array[] = [],
): Promise<HashSigner> {
  if (access.kind === 'pkcs12') return openPkcs12(Buffer.from(access.file, 'base64'), secret)
  if (access.kind === 'pkcs11') return openPkcs11({ ...access, pin: secret, above })
  if (access.kind === 'csc') return openCsc({ ...access, accessToken: () => askCscToken(access) })
  throw new Refusal('signing.agent_only')
}

/** Says the trouble of a key as a refusal, beside the field in which its secret was typed. */
export async function refuseTrouble<T>(open: () => Promise<T>): Promise<T> {
  try {
    return await open()
  } catch (error) {
    if (error instanceof SignerTrouble)
      throw new Refusal(`signing.${error.code}`, { field: 'secret' })
    throw error
  }
}
