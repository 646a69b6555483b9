import { execFileSync } from 'node:child_process'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { HttpTimestampAuthority, P12Signer, PDF } from '@libpdf/core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openAuthorities, type Authorities } from '#test/signing/authorities.ts'
import { signByOpenssl } from '#test/signing/by-openssl.ts'
import { makePaper, makeWaiting } from '#test/signing/papers.ts'
import { makeP12, makePki, type Pki } from '#test/signing/pki.ts'
import { password, sign, signerOf } from '#test/signing/sign.ts'
import { inspectPdf } from './inspect/inspect-pdf.ts'

/** Untouched files that others made, each in its own way: none may be suspected. */
let pki: Pki
let services: Authorities
let paper: Uint8Array

beforeAll(async () => {
  pki = makePki()
  services = await openAuthorities(pki)
  paper = await makePaper(['Mot', 'Hai'])
})
afterAll(async () => {
  await services.close()
  pki.remove()
})

/** Whoever does not know the root says "by others" and nothing worse; whoever does, trusts it. */
function expectByOthers(pdf: Uint8Array, signatures = 1): void {
  const others = inspectPdf(pdf, { roots: [], now: new Date() })
  const all = [...others.findings, ...others.signatures.flatMap((it) => it.findings)]
  expect(all.filter((it) => it.severity === 'fails')).toEqual([])
  expect(others).toMatchObject({ verdict: 'intact', trouble: undefined })
  for (const it of others.signatures.filter(({ kind }) => kind === 'signature')) {
    expect(it.findings.map(({ code }) => code)).toContain('signed_by_others')
  }
  const ours = inspectPdf(pdf, { roots: pki.roots, now: new Date() })
  expect(ours.signatures.map((it) => it.trusted)).toEqual(Array<boolean>(signatures).fill(true))
  expect(ours.signatures.at(-1)!.coversWholeFile).toBe(true)
}

async function signByLibpdf(
  pdf: Uint8Array,
  name: 'official' | 'seal' | 'curve',
  more: object = {},
) {
  const p12 = readFileSync(makeP12(pki, name, password))
  const opened = await PDF.load(pdf)
  const signer = await P12Signer.create(p12, password)
  return (await opened.sign({ signer, reason: 'Chứng thực', ...more })).bytes
}

test('libpdf: one signature, RSA', async () => {
  expectByOthers(await signByLibpdf(paper, 'official'))
})

test('libpdf: two signatures, one of them ECDSA', async () => {
  const once = await signByLibpdf(paper, 'official')
  expectByOthers(await signByLibpdf(once, 'curve', { fieldName: 'Hai' }), 2)
})

test('libpdf: with a time, on a file with object streams', async () => {
  const timestampAuthority = new HttpTimestampAuthority(services.time)
  const streams = await makePaper(['Mot'], { streams: true })
  expectByOthers(await signByLibpdf(streams, 'seal', { level: 'B-T', timestampAuthority }))
})

test('libpdf: in the old way of Adobe', async () => {
  expectByOthers(await signByLibpdf(paper, 'seal', { subFilter: 'adbe.pkcs7.detached' }))
})

test('openssl cms, as Adobe has it: no certificate named, RSA', () => {
  const signed = signByOpenssl(paper, pki, pki.official, {
    subFilter: 'adbe.pkcs7.detached',
    args: [],
  })
  expectByOthers(signed)
})

test('openssl cms, as CAdES, ECDSA', () => {
  const how = { subFilter: 'ETSI.CAdES.detached', args: ['-cades'] }
  expectByOthers(signByOpenssl(paper, pki, pki.curve, how))
})

test('openssl cms, as CAdES, RSA-PSS', () => {
  const args = ['-cades', '-keyopt', 'rsa_padding_mode:pss']
  expectByOthers(signByOpenssl(paper, pki, pki.seal, { subFilter: 'ETSI.CAdES.detached', args }))
})

test('openssl cms, SHA-512, the signer named by its key', () => {
  const args = ['-cades', '-md', 'sha512', '-keyid']
  expectByOthers(
    signByOpenssl(paper, pki, pki.official, { subFilter: 'ETSI.CAdES.detached', args }),
  )
})

/** NSS, which Poppler signs with: the key and the certificates in a database of its own. */
function makeNss(): string {
  const folder = join(pki.folder, 'nss')
  mkdirSync(folder)
  const run = (program: string, ...args: string[]) => execFileSync(program, args, { stdio: 'pipe' })
  run('certutil', '-N', '-d', folder, '--empty-password')
  run('certutil', '-A', '-d', folder, '-n', 'root', '-t', 'CT,C,C', '-i', pki.root.cert)
  const p12 = makeP12(pki, 'official', password)
  run('pk12util', '-i', p12, '-d', folder, '-W', password, '-K', '')
  return folder
}

test('Poppler: alone, then once more over its own, each with a box to be seen', () => {
  const nss = makeNss()
  const [from, once, twice] = ['p0.pdf', 'p1.pdf', 'p2.pdf'].map((name) => join(pki.folder, name))
  writeFileSync(from!, paper)
  const pdfsig = (input: string, output: string) =>
    execFileSync(
      'pdfsig',
      ['-nssdir', nss, '-add-signature', '-nick', 'official', '-nss-pwd', '', input, output],
      { stdio: 'pipe' },
    )
  pdfsig(from!, once!)
  expectByOthers(readFileSync(once!))
  pdfsig(once!, twice!)
  expectByOthers(readFileSync(twice!), 2)
})

test('MuPDF signs with SHA-1: that is named, and nothing but that', async () => {
  const { pdf, field } = await makeWaiting(paper)
  const [from, to] = ['m0.pdf', 'm1.pdf'].map((name) => join(pki.folder, name))
  writeFileSync(from!, pdf)
  const p12 = makeP12(pki, 'seal', 'abc')
  const args = ['sign', '-s', p12, '-P', 'abc', '-o', to!, from!, String(field)]
  execFileSync('mutool', args, { stdio: 'pipe' })
  const sealed = await sign(readFileSync(to!), signerOf(pki, 'official'))
  const { signatures } = inspectPdf(sealed, { roots: pki.roots, now: new Date() })
  const failed = signatures.map((it) => it.findings.filter(({ severity }) => severity === 'fails'))
  expect(failed).toEqual([[expect.objectContaining({ code: 'weak_digest', detail: 'SHA1' })], []])
})
