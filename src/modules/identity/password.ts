import { argon2, randomBytes, randomInt, timingSafeEqual } from 'node:crypto'
import { promisify } from 'node:util'
import { fold } from '#src/base/fold.ts'
import { Refusal } from '#src/base/refusal.ts'

const derive = promisify(argon2)

/** OWASP Password Storage Cheat Sheet, Argon2id: 19 MiB, two passes, one lane. */
const cost = { memory: 19_456, passes: 2, parallelism: 1 }
const leastLength = 10

/** The hash to store, in PHC form: $argon2id$v=19$m=…,t=…,p=…$salt$hash. */
export async function hashPassword(password: string): Promise<string> {
  const nonce = randomBytes(16)
  const tag = await derive('argon2id', { message: bytes(password), nonce, tagLength: 32, ...cost })
  return phc(nonce, tag)
}

/**
 * Whether the password is the one that was hashed. Given no hash it works as long on one that
 * nothing matches, so that the time tells nobody which login names exist.
 */
export async function verifyPassword(hash: string | undefined, password: string): Promise<boolean> {
  const { nonce, tag, ...costs } = parse(hash ?? nobodys)
  const message = bytes(password)
  const made = await derive('argon2id', { message, nonce, tagLength: tag.length, ...costs })
  return timingSafeEqual(made, tag)
}

/** A password for one sign-in, easy to read aloud and copy by hand: four groups of four, 78 bits. */
export function makeOneTimePassword(): string {
  const letters = 'abcdefghjkmnpqrstuvwxyz23456789'
  const group = () => Array.from({ length: 4 }, () => letters[randomInt(letters.length)]).join('')
  return Array.from({ length: 4 }, group).join('-')
}

/**
 * Refuses a password that is soon guessed: under ten characters, the login name, or a word that
 * everybody takes with figures behind it. No rule on capitals or signs (NIST SP 800-63B §3.1.1.2).
 */
export function requireGoodPassword(password: string, login: string): void {
  const field = 'password'
  const plain = password.normalize('NFC')
  if ([...plain].length < leastLength)
    throw new Refusal('identity.password_too_short', { field, params: { length: leastLength } })
  const word = core(plain)
  if (word === core(login) || word === core(login.split('@')[0]!))
    throw new Refusal('identity.password_is_login', { field })
  if (common.has(word) || new Set(plain).size < 5 || isStaircase(plain))
    throw new Refusal('identity.password_too_common', { field })
}

/** What is left of a password without marks, case, signs and the figures at its end. */
function core(password: string): string {
  return fold(password)
    .replace(/[^a-z0-9]/g, '')
    .replace(/(?<=[a-z])\d+$/, '')
}

/** 1234567890, 0987654321, abcdefghij. */
function isStaircase(password: string): boolean {
  const steps = [...password].slice(1).map((it, i) => it.charCodeAt(0) - password.charCodeAt(i))
  return steps.filter((step) => Math.abs(step) === 1).length >= steps.length - 1
}

/** From the lists of leaked passwords, Vietnamese ones and those of an office first. */
const common = new Set(
  `matkhau matkhaumoi anhyeuem emyeuanh yeuem yeuanh anhnhoem motcua bophanmotcua taicho ngaythusau
   uybannhandan ubndxa ubnd hanhchinh hanhchinhcong dichvucong congan vietnam vietnamvodich hanoi
   saigon xinchao gialinh giadinh hoilamgi khongbiet quantri quantrivien canbo congchuc
   password passw0rd p4ssword qwerty qwertyuiop asdfghjkl zxcvbnm iloveyou letmein welcome admin
   administrator changeme abcdef abc a1b2c3d4e5 q1w2e3r4t5y6 1q2w3e4r5t 1qaz2wsx3edc qazwsxedc
   q1w2e3r4t5 1q2w3e4r5t6y zaq12wsx computer internet sunshine princess dragon football`.split(
    /\s+/,
  ),
)

/** The same password typed on two keyboards may come in two forms of Unicode: NFC makes them one. */
function bytes(password: string): Buffer {
  return Buffer.from(password.normalize('NFC'), 'utf8')
}

const unpadded = (buffer: Buffer) => buffer.toString('base64').replace(/=+$/, '')

function phc(nonce: Buffer, tag: Buffer): string {
  const { memory, passes, parallelism } = cost
  return `$argon2id$v=19$m=${memory},t=${passes},p=${parallelism}$${unpadded(nonce)}$${unpadded(tag)}`
}

function parse(hash: string) {
  const [, , , costs = '', nonce = '', tag = ''] = hash.split('$')
  const [memory = 0, passes = 0, parallelism = 0] = costs
    .split(',')
    .map((it) => Number(it.slice(2)))
  return {
    ...{ memory, passes, parallelism },
    nonce: Buffer.from(nonce, 'base64'),
    tag: Buffer.from(tag, 'base64'),
  }
}

const nobodys = phc(randomBytes(16), randomBytes(32))
