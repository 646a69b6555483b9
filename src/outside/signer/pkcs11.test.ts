import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { inspectPdf } from '#src/outside/pades/inspect/inspect-pdf.ts'
import { makePaper } from '#test/signing/papers.ts'
import { makePki, type Pki } from '#test/signing/pki.ts'
import { sign } from '#test/signing/sign.ts'
import { makeSoftToken } from '#test/signing/soft-token.ts'
import { openPkcs11, readPinState, type Token } from './open-pkcs11.ts'

/** A token as SoftHSM plays it: PKCS#11, PIN, keys that do not come out. */
let pki: Pki
let folder: string
let token: Token

beforeAll(() => {
  pki = makePki()
  const made = makeSoftToken(pki, ['seal', 'curve'])
  folder = made.folder
  vi.stubEnv('SOFTHSM2_CONF', made.config)
  const above = [pki.issuer.certificate.raw, pki.root.certificate.raw]
  const { module, label, pin } = made
  token = { module, label, id: '01', pin, above }
})
afterAll(() => {
  vi.unstubAllEnvs()
  rmSync(folder, { recursive: true, force: true })
  pki.remove()
})

test.each(['01', '02'])('the key %s of the token signs a copy', async (id) => {
  const signer = await openPkcs11({ ...token, id })
  const signed = await sign(await makePaper(['Giay']), signer)
  const { signatures } = inspectPdf(signed, { roots: pki.roots, now: new Date() })
  expect(signatures[0]).toMatchObject({ trusted: true, level: 'B-B' })
  expect(signatures[0]!.findings.filter((it) => it.severity === 'fails')).toEqual([])
})

test('a wrong PIN is tried once, however often it is asked for', async () => {
  const signer = await openPkcs11({ ...token, pin: '0000' })
  const paper = await makePaper(['Giay'])
  await expect(sign(paper, signer)).rejects.toMatchObject({ code: 'pin_wrong' })
  expect(await readPinState(token)).toBe('low')
  await expect(sign(paper, signer)).rejects.toMatchObject({ code: 'pin_wrong' })
  // A right one makes it fine again: the wrong one had not been tried twice.
  await sign(paper, await openPkcs11(token))
  expect(await readPinState(token)).toBe('fine')
})

test('a token that would lock itself at the next wrong PIN is not tried', async () => {
  const signer = await openPkcs11(token)
  const slot = `Slot 0\n  token label        : ${token.label}\n  token flags        : login required`
  for (const [flag, code] of [
    ['final user PIN try', 'pin_last_try'],
    ['user PIN locked', 'pin_locked'],
  ] as const) {
    // SoftHSM never locks: a program of the same name says what such a token says.
    const bin = join(folder, code)
    mkdirSync(bin)
    const script = `#!/bin/sh\ncat <<END\n${slot}, ${flag}\nEND\n`
    writeFileSync(join(bin, 'pkcs11-tool'), script, { mode: 0o755 })
    const path = process.env['PATH'] ?? ''
    vi.stubEnv('PATH', `${bin}:${path}`)
    await expect(sign(await makePaper(['Giay']), signer)).rejects.toMatchObject({ code })
    vi.stubEnv('PATH', path)
  }
})

test('a token that fails in a way of its own is not asked twice', async () => {
  const signer = await openPkcs11(token)
  const bin = join(folder, 'silent')
  mkdirSync(bin)
  const slot = `Slot 0\n  token label        : ${token.label}\n  token flags        : login required`
  const failed = 'error: PKCS11 function C_Login failed: rv = CKR_DEVICE_ERROR (0x30)'
  const script = `#!/bin/sh\ncase "$*" in *--sign*) echo one >>${bin}/asked; echo '${failed}' >&2; exit 1;; esac\necho '${slot}'\n`
  writeFileSync(join(bin, 'pkcs11-tool'), script, { mode: 0o755 })
  const path = process.env['PATH'] ?? ''
  vi.stubEnv('PATH', `${bin}:${path}`)
  await expect(sign(await makePaper(['Giay']), signer)).rejects.toMatchObject({
    code: 'token_silent',
  })
  vi.stubEnv('PATH', path)
  expect(readFileSync(join(bin, 'asked'), 'utf8')).toBe('one\n')
})

test('no token, no such key, no library, no program: each says so', async () => {
  await expect(openPkcs11({ ...token, label: 'Khác' })).rejects.toMatchObject({
    code: 'token_missing',
  })
  await expect(openPkcs11({ ...token, id: '09' })).rejects.toMatchObject({
    code: 'key_absent',
  })
  const library = { ...token, module: '/khong/co.so' }
  await expect(openPkcs11(library)).rejects.toMatchObject({ code: 'program_missing' })
  vi.stubEnv('PATH', '')
  await expect(openPkcs11(token)).rejects.toMatchObject({ code: 'program_missing' })
})
