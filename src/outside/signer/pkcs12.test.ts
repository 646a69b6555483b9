import { verify } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeP12, makePki, type Pki } from '#test/signing/pki.ts'
import { openPkcs12 } from './open-pkcs12.ts'

/** Key files as authorities hand them out, now and years ago. */
let pki: Pki
const password = 'mật khẩu của tôi'

beforeAll(() => {
  pki = makePki()
})
afterAll(() => pki.remove())

const request = {
  attributes: Buffer.from('x'),
  hash: Buffer.alloc(32),
  label: '',
  idempotencyKey: '',
}

test.each([
  ['today’s', []],
  ['of ten years ago: 3DES, RC2', ['-legacy']],
  ['with 3DES for all', ['-keypbe', 'PBE-SHA1-3DES', '-certpbe', 'PBE-SHA1-3DES']],
  ['with AES-128', ['-keypbe', 'AES-128-CBC', '-certpbe', 'AES-128-CBC']],
])('a key file %s', async (_, args) => {
  for (const name of ['official', 'curve'] as const) {
    const signer = await openPkcs12(readFileSync(makeP12(pki, name, password, ...args)), password)
    expect(signer.chain.map((it) => Buffer.from(it))).toEqual(
      [pki[name], pki.issuer, pki.root].map((it) => it.certificate.raw),
    )
    const answer = await signer.sign(request)
    if (answer.state !== 'done') throw new Error('not signed')
    const { publicKey } = pki[name].certificate
    expect(verify('sha256', request.attributes, publicKey, answer.signature)).toBe(true)
  }
})

test('a wrong password, another file, a key that is too weak', async () => {
  for (const args of [[], ['-legacy']]) {
    const file = readFileSync(makeP12(pki, 'official', password, ...args))
    await expect(openPkcs12(file, 'sai')).rejects.toMatchObject({ code: 'password_wrong' })
  }
  const letter = Buffer.from('Kính gửi…')
  await expect(openPkcs12(letter, password)).rejects.toMatchObject({ code: 'file_broken' })
  const weak = readFileSync(makeP12(pki, 'weak', password))
  await expect(openPkcs12(weak, password)).rejects.toMatchObject({ code: 'key_unsupported' })
})

test.each([[[]], [['-legacy']]])(
  'a key file made to keep the machine busy for minutes is refused at once: %j',
  async (args) => {
    const file = makeP12(pki, 'official', password, '-iter', '2000000', '-nomac', ...args)
    await expect(openPkcs12(readFileSync(file), password)).rejects.toMatchObject({
      code: 'key_unsupported',
    })
  },
)

test.each([[['-iter', '600000']], [['-iter', '60000', '-legacy']]])(
  'while the password of a slow key file is tried, others are served: %j',
  async (args) => {
    const file = makeP12(pki, 'official', password, '-nomac', ...args)
    let served = 0
    const others = setInterval(() => served++, 1)
    const { chain } = await openPkcs12(readFileSync(file), password)
    clearInterval(others)
    expect(chain).toHaveLength(3)
    expect(served).toBeGreaterThan(3)
  },
)
