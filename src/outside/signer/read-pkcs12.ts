import { createDecipheriv, createHash, createPrivateKey, pbkdf2, type KeyObject } from 'node:crypto'
import { setImmediate } from 'node:timers/promises'
import { promisify } from 'node:util'
import * as asn1js from 'asn1js'
import { decryptRc2 } from './rc2.ts'
import { SignerTrouble } from './signer.ts'

const oids = {
  data: '1.2.840.113549.1.7.1',
  encrypted: '1.2.840.113549.1.7.6',
  keyBag: '1.2.840.113549.1.12.10.1.1',
  shroudedKeyBag: '1.2.840.113549.1.12.10.1.2',
  certBag: '1.2.840.113549.1.12.10.1.3',
  pbes2: '1.2.840.113549.1.5.13',
}
const ciphers: Record<string, { name: string; key: number }> = {
  '2.16.840.1.101.3.4.1.2': { name: 'aes-128-cbc', key: 16 },
  '2.16.840.1.101.3.4.1.22': { name: 'aes-192-cbc', key: 24 },
  '2.16.840.1.101.3.4.1.42': { name: 'aes-256-cbc', key: 32 },
  '1.2.840.113549.3.7': { name: 'des-ede3-cbc', key: 24 },
}
const hmacs: Record<string, string> = {
  '1.2.840.113549.2.7': 'sha1',
  '1.2.840.113549.2.9': 'sha256',
  '1.2.840.113549.2.10': 'sha384',
  '1.2.840.113549.2.11': 'sha512',
}
/** The old kinds of RFC 7292, appendix C. */
const old: Record<string, { cipher: 'des-ede3-cbc' | 'rc2'; key: number } | undefined> = {
  '1.2.840.113549.1.12.1.3': { cipher: 'des-ede3-cbc', key: 24 },
  '1.2.840.113549.1.12.1.5': { cipher: 'rc2', key: 16 },
  '1.2.840.113549.1.12.1.6': { cipher: 'rc2', key: 5 },
}
/** Of all parts of a file together: more than any program writes, and done within a second. */
const mostIterations = { now: 1_500_000, old: 200_000 }
/** So many rounds of the old way at a time, a few milliseconds; then others are let in. */
const roundsAtOnce = 2_000
const derive = promisify(pbkdf2)

/** What a password is tried with, and how much of `mostIterations` is left. */
type Try = { password: string; left: Record<keyof typeof mostIterations, number> }

export type Opened = { key: KeyObject; certificates: Uint8Array[] }

/**
 * Opens a PKCS#12 file (RFC 7292), which Node cannot read by itself: its key and its certificates. The
 * file says how often its password is hashed; however often, nobody else waits for it.
 */
export async function readPkcs12(file: Uint8Array, password: string): Promise<Opened> {
  const whole = asn1js.fromBER(new Uint8Array(file))
  if (whole.offset === -1) throw new SignerTrouble('file_broken')
  try {
    return await open(whole.result, { password, left: { ...mostIterations } })
  } catch (error) {
    if (error instanceof SignerTrouble) throw error
    throw new SignerTrouble('file_broken')
  }
}

async function open(pfx: asn1js.BaseBlock, attempt: Try): Promise<Opened> {
  const [, safe] = inside(pfx)
  const bags: asn1js.BaseBlock[] = []
  for (const info of inside(decode(octetsIn(safe)))) bags.push(...(await openBags(info, attempt)))
  let key: KeyObject | undefined
  const certificates: Uint8Array[] = []
  for (const bag of bags) {
    const [type, value] = inside(bag)
    const [content] = inside(value)
    if (oidOf(type) === oids.certBag) {
      certificates.push(octetsOf(inside(inside(content)[1])[0]!))
    } else if (oidOf(type) === oids.shroudedKeyBag || oidOf(type) === oids.keyBag) {
      key ??= await openKey(content!, attempt, oidOf(type) === oids.shroudedKeyBag)
    }
  }
  if (!key || certificates.length === 0) throw new SignerTrouble('file_broken')
  return { key, certificates }
}

async function openBags(info: asn1js.BaseBlock, attempt: Try): Promise<asn1js.BaseBlock[]> {
  const [type] = inside(info)
  if (oidOf(type) === oids.data) return inside(decode(octetsIn(info)))
  if (oidOf(type) !== oids.encrypted) return []
  const [data] = inside(inside(info)[1])
  const [, algorithm, content] = inside(inside(data)[1])
  return inside(decode(await decrypt(algorithm!, octetsOf(content!), attempt)))
}

async function openKey(
  block: asn1js.BaseBlock,
  attempt: Try,
  shrouded: boolean,
): Promise<KeyObject> {
  const [algorithm, data] = inside(block)
  const key = shrouded
    ? await decrypt(algorithm!, octetsOf(data!), attempt)
    : block.valueBeforeDecodeView
  try {
    return createPrivateKey({ key: Buffer.from(key), format: 'der', type: 'pkcs8' })
  } catch {
    throw new SignerTrouble('password_wrong')
  }
}

async function decrypt(
  algorithm: asn1js.BaseBlock,
  data: Uint8Array,
  attempt: Try,
): Promise<Uint8Array> {
  const [type, parameters] = inside(algorithm)
  const kind = old[oidOf(type)]
  if (oidOf(type) !== oids.pbes2 && !kind) throw new SignerTrouble('key_unsupported', oidOf(type))
  try {
    return kind
      ? await decryptOld(kind, parameters!, data, attempt)
      : await decryptNew(parameters!, data, attempt)
  } catch (error) {
    if (error instanceof SignerTrouble) throw error
    // Wrongly padded: the key made from the password was another.
    throw new SignerTrouble('password_wrong')
  }
}

/** PBES2 (RFC 8018, 6.2). */
async function decryptNew(
  parameters: asn1js.BaseBlock,
  data: Uint8Array,
  { password, left }: Try,
): Promise<Uint8Array> {
  const [derivation, scheme] = inside(parameters)
  const [salt, rounds, ...rest] = inside(inside(derivation)[1])
  const mac = rest.find((it) => it instanceof asn1js.Sequence)
  const hash = mac ? hmacs[oidOf(inside(mac)[0])] : 'sha1'
  const [cipherType, iv] = inside(scheme)
  const cipher = ciphers[oidOf(cipherType)]
  if (!hash || !cipher) throw new SignerTrouble('key_unsupported', oidOf(cipherType))
  const times = iterations(rounds!, left, 'now')
  const key = await derive(password, octetsOf(salt!), times, cipher.key, hash)
  return decipher(cipher.name, key, octetsOf(iv!), data)
}

async function decryptOld(
  { cipher, key: length }: { cipher: 'des-ede3-cbc' | 'rc2'; key: number },
  parameters: asn1js.BaseBlock,
  data: Uint8Array,
  { password, left }: Try,
): Promise<Uint8Array> {
  const [salt, rounds] = inside(parameters)
  const times = iterations(rounds!, left, 'old')
  const make = (id: number, length: number) =>
    deriveOld(password, octetsOf(salt!), times, id, length)
  const [key, iv] = [await make(1, length), await make(2, 8)]
  return cipher === 'rc2' ? decryptRc2(key, iv, data) : decipher(cipher, key, iv, data)
}

function decipher(name: string, key: Uint8Array, iv: Uint8Array, data: Uint8Array): Uint8Array {
  const it = createDecipheriv(name, key, iv)
  return Buffer.concat([it.update(data), it.final()])
}

/** RFC 7292, B.2, with SHA-1. */
async function deriveOld(
  password: string,
  salt: Uint8Array,
  rounds: number,
  id: number,
  length: number,
): Promise<Buffer> {
  const utf16 = Buffer.from(`${password}\0`, 'utf16le').swap16()
  const fill = (bytes: Uint8Array) =>
    Buffer.alloc(64 * Math.ceil(bytes.length / 64), bytes.length ? Buffer.from(bytes) : undefined)
  const mixed = Buffer.concat([fill(salt), fill(utf16)])
  const out: Buffer[] = []
  while (Buffer.concat(out).length < length) {
    let block = createHash('sha1').update(Buffer.alloc(64, id)).update(mixed).digest()
    for (let i = 1; i < rounds; i++) {
      block = createHash('sha1').update(block).digest()
      if (i % roundsAtOnce === 0) await setImmediate()
    }
    out.push(block)
    const add = Buffer.alloc(64, block)
    for (let at = 0; at < mixed.length; at += 64) addTo(mixed.subarray(at, at + 64), add)
  }
  return Buffer.concat(out).subarray(0, length)
}

/** `block += add + 1`, as one number of 512 bits. */
function addTo(block: Uint8Array, add: Uint8Array): void {
  let carry = 1
  for (let i = 63; i >= 0; i--) {
    carry += block[i]! + add[i]!
    block[i] = carry & 255
    carry >>= 8
  }
}

function iterations(block: asn1js.BaseBlock, left: Try['left'], kind: keyof Try['left']): number {
  const said = Number((block as asn1js.Integer).toBigInt())
  if (!(said > 0 && said <= left[kind])) throw new SignerTrouble('key_unsupported')
  left[kind] -= said
  return said
}

function inside(block: asn1js.BaseBlock | undefined): asn1js.BaseBlock[] {
  const { value } = (block?.valueBlock ?? {}) as { value?: unknown }
  return Array.isArray(value) ? value : []
}

function decode(bytes: Uint8Array): asn1js.BaseBlock {
  const { result, offset } = asn1js.fromBER(new Uint8Array(bytes))
  if (offset === -1) throw new SignerTrouble('password_wrong')
  return result
}

/** The octets in `SEQUENCE { type, [0] OCTET STRING }`. */
function octetsIn(info: asn1js.BaseBlock | undefined): Uint8Array {
  return octetsOf(inside(inside(info)[1])[0]!)
}

/** Of an octet string, in one piece or in several, whatever its tag. */
function octetsOf(block: asn1js.BaseBlock): Uint8Array {
  if (block.idBlock.isConstructed) return Buffer.concat(inside(block).map(octetsOf))
  return (block as asn1js.OctetString).valueBlock.valueHexView
}

function oidOf(block: asn1js.BaseBlock | undefined): string {
  return block instanceof asn1js.ObjectIdentifier ? block.getValue() : ''
}
