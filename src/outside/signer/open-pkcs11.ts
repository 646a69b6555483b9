import { X509Certificate } from 'node:crypto'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { algorithmOf } from './open-pkcs12.ts'
import { runPkcs11Tool } from './run-pkcs11-tool.ts'
import { SignerTrouble, type HashSigner } from './signer.ts'

export type Token = {
  /** The maker's PKCS#11 library, such as `/usr/lib/softhsm/libsofthsm2.so`. */
  module: string
  /** What the token calls itself. */
  label: string
  /** Which key on it, in hexadecimal. */
  id: string
  pin: string
  /** Certificates above the one on the token, nearest first. */
  above?: readonly Uint8Array[]
}

/** How near a token is to locking itself, as far as it tells. */
export type PinState = 'fine' | 'low' | 'last_try' | 'locked'

/**
 * A key in a PKCS#11 token, by OpenSC's `pkcs11-tool`: no native part to build, and a token that hangs
 * hangs another process. A token locks itself after a few wrong PINs, so the PIN is tried once: when it
 * was wrong this signer does not try it again, and the last try is never used up here.
 */
export async function openPkcs11(token: Token): Promise<HashSigner> {
  await readPinState(token)
  const certificate = await readCertificateOf(token)
  const algorithm = algorithmOf(certificate.publicKey)
  let wrong: SignerTrouble | undefined
  return {
    algorithm,
    chain: [certificate.raw, ...(token.above ?? [])],
    async sign({ attributes, hash }) {
      if (wrong) throw wrong
      await requireTries(token)
      const rsa = algorithm === 'RSA-SHA256'
      // Tokens that know ECDSA do not all know how to hash for it.
      const how = rsa ? ['SHA256-RSA-PKCS'] : ['ECDSA', '--signature-format', 'openssl']
      try {
        const signature = await signWith(token, how, rsa ? attributes : hash)
        return { state: 'done', signature }
      } catch (error) {
        if (error instanceof SignerTrouble && error.code.startsWith('pin_')) wrong = error
        throw error
      }
    },
  }
}

/** What the token tells of its PIN without being given one (PKCS#11 v2.40, table 11). */
export async function readPinState({ module, label }: Token): Promise<PinState> {
  const said = await runPkcs11Tool(module, ['--list-token-slots'])
  const flags = said.split(/^Slot /m).find((slot) => labelIn(slot) === label)
  if (flags === undefined) throw new SignerTrouble('token_missing', label)
  if (flags.includes('user PIN locked')) return 'locked'
  if (flags.includes('final user PIN try')) return 'last_try'
  return flags.includes('user PIN count low') ? 'low' : 'fine'
}

function labelIn(slot: string): string | undefined {
  return /^\s*token label\s*: (.*?)\s*$/m.exec(slot)?.[1]
}

async function requireTries(token: Token): Promise<void> {
  const state = await readPinState(token)
  if (state === 'locked') throw new SignerTrouble('pin_locked')
  if (state === 'last_try') throw new SignerTrouble('pin_last_try')
}

async function signWith(token: Token, how: string[], data: Uint8Array): Promise<Uint8Array> {
  return inFolder(async (at) => {
    await writeFile(at('data'), data, { mode: 0o600 })
    const key = ['--token-label', token.label, '--id', token.id]
    const files = ['--input-file', at('data'), '--output-file', at('signature')]
    const login = ['--login', '--pin', 'env:TAICHO_PIN']
    const args = [...key, ...login, '--sign', '--mechanism', ...how, ...files]
    await runPkcs11Tool(token.module, args, token.pin)
    return readFile(at('signature'))
  })
}

async function readCertificateOf(token: Token): Promise<X509Certificate> {
  return inFolder(async (at) => {
    const key = ['--token-label', token.label, '--id', token.id]
    const args = [...key, '--read-object', '--type', 'cert', '--output-file', at('certificate')]
    await runPkcs11Tool(token.module, args)
    try {
      return new X509Certificate(await readFile(at('certificate')))
    } catch {
      throw new SignerTrouble('key_absent', 'no certificate')
    }
  })
}

async function inFolder<T>(work: (at: (name: string) => string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'taicho-token-'))
  try {
    return await work((name) => join(folder, name))
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
