import { execFileSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openAuthorities, type Authorities } from '#test/signing/authorities.ts'
import { saysArchive } from '#test/signing/by-preflight.ts'
import { makeArchivePaper, makePaper } from '#test/signing/papers.ts'
import { makePki, type Pki } from '#test/signing/pki.ts'
import { sign, signerOf, signForLong } from '#test/signing/sign.ts'
import { inspectPdf } from './inspect/inspect-pdf.ts'
import { tokenOf } from './inspect/check-time.ts'
import { readCms } from './inspect/read-cms.ts'

/** What others say of the files that we sign. They were not written by us and do not know us. */
let pki: Pki
let services: Authorities
let file: string
let pdf: Uint8Array

beforeAll(async () => {
  pki = makePki()
  services = await openAuthorities(pki)
  pdf = await signForLong(await makeArchivePaper(), pki, services)
  file = put('copy.pdf', pdf)
})
afterAll(async () => {
  await services.close()
  pki.remove()
})

function put(name: string, bytes: Uint8Array): string {
  const path = join(pki.folder, name)
  writeFileSync(path, bytes)
  return path
}

function ask(program: string, ...args: string[]): string {
  return execFileSync(program, args, { encoding: 'utf8', cwd: pki.folder, stdio: 'pipe' })
}

/** The CMS of each signature, and the bytes that it speaks for. */
function takeOut(bytes: Uint8Array) {
  const text = Buffer.from(bytes).toString('latin1')
  const found = text.matchAll(/\/ByteRange \[0 (\d+) (\d+) (\d+)\]/g)
  return [...found].map(([, from, to, rest], i) => {
    const hex = text.slice(Number(from) + 1, Number(to) - 1)
    const whole = Buffer.from(hex, 'hex')
    const length = 4 + whole.readUInt16BE(2)
    const content = [
      bytes.subarray(0, Number(from)),
      bytes.subarray(Number(to), Number(to) + Number(rest)),
    ]
    return {
      cms: put(`${i}.cms`, whole.subarray(0, length)),
      content: put(`${i}.content`, Buffer.concat(content)),
      der: whole.subarray(0, length),
    }
  })
}

test('pdfsig: both signatures valid, both signers trusted, names in every letter', () => {
  mkdirSync(join(pki.folder, 'trust'))
  ask('certutil', '-N', '-d', 'trust', '--empty-password')
  ask('certutil', '-A', '-d', 'trust', '-n', 'root', '-t', 'CT,C,C', '-i', pki.root.cert)
  const said = ask('pdfsig', '-nssdir', 'trust', file)
  expect(said.match(/Signature is Valid\./g)).toHaveLength(2)
  expect(said.match(/Certificate is Trusted\./g)).toHaveLength(2)
  expect(said).toContain('Common Name: Nguyễn Thị Thanh Hằng')
  expect(said).toContain('Common Name: Ủy ban nhân dân xã Vụ Bản')
  expect(said).toContain('Signature Field Name: Con dấu')
})

test('mutool: both signatures valid', () => {
  const said = ask('mutool', 'sign', '-v', file)
  expect(said.match(/signature is valid/g)?.length).toBe(2)
  expect(said).toContain('cn=Nguyễn Thị Thanh Hằng')
  const once = put('once.pdf', readOnce)
  expect(ask('mutool', 'sign', '-v', once)).toContain('The document is unchanged since signing')
})

let readOnce: Uint8Array
beforeAll(async () => {
  readOnce = await sign(await makePaper(['Mot']), signerOf(pki, 'curve'))
})

test('openssl cms: each signature verifies as CAdES, RSA and ECDSA', () => {
  const [official, seal] = takeOut(pdf)
  const [curve] = takeOut(readOnce)
  for (const it of [official!, seal!, curve!]) {
    ask(
      ...([
        'openssl',
        'cms',
        '-verify',
        '-cades',
        '-binary',
        '-inform',
        'DER',
        '-in',
        it.cms,
      ] as const),
      ...['-content', it.content, '-CAfile', pki.root.cert, '-purpose', 'any', '-out', '/dev/null'],
    )
  }
  const wrong = put('wrong.content', Buffer.from('khác'))
  expect(() =>
    ask(
      ...([
        'openssl',
        'cms',
        '-verify',
        '-binary',
        '-inform',
        'DER',
        '-in',
        official!.cms,
      ] as const),
      ...['-content', wrong, '-CAfile', pki.root.cert, '-purpose', 'any', '-out', '/dev/null'],
    ),
  ).toThrow('Command failed')
})

test('openssl ts: the time of each signature, and of the whole file', () => {
  const [official, seal, whole] = takeOut(pdf)
  const verify = (data: string, token: string) =>
    ask(
      ...(['openssl', 'ts', '-verify', '-data', data, '-in', token, '-token_in'] as const),
      ...['-CAfile', pki.root.cert, '-untrusted', join(pki.folder, 'chain.pem')],
    )
  for (const [i, { der }] of [official!, seal!].entries()) {
    const cms = readCms(der)!
    const token = put(`${i}.token`, tokenOf(cms)!)
    expect(verify(put(`${i}.signature`, cms.signature), token)).toContain('Verification: OK')
  }
  expect(verify(whole!.content, whole!.cms)).toContain('Verification: OK')
})

test('PDFBox Preflight: PDF/A-1b stays PDF/A-1b through three signatures and the evidence', () => {
  expect(saysArchive(file)).toBe(true)
})

test('pdfinfo: a whole file with its page', () => {
  const said = ask('pdfinfo', file)
  expect(said).toMatch(/Pages:\s+1/)
  expect(inspectPdf(pdf, { roots: pki.roots, now: new Date() }).verdict).toBe('valid')
})
