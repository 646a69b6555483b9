import { afterAll, beforeAll, expect, test } from 'vitest'
import { openAuthorities, type Authorities } from '#test/signing/authorities.ts'
import { saysArchive } from '#test/signing/by-preflight.ts'
import {
  ask,
  askPdfsig,
  put,
  takeOut,
  verifyByOpenssl,
  verifyTimes,
} from '#test/signing/checkers.ts'
import { makeArchivePaper, makePaper } from '#test/signing/papers.ts'
import { makePki, type Pki } from '#test/signing/pki.ts'
import { sign, signerOf, signForLong } from '#test/signing/sign.ts'
import { inspectPdf } from './inspect/inspect-pdf.ts'

/** What others say of the files that we sign. They were not written by us and do not know us. */
let pki: Pki
let services: Authorities
let file: string
let pdf: Uint8Array
let readOnce: Uint8Array

beforeAll(async () => {
  pki = makePki()
  services = await openAuthorities(pki)
  pdf = await signForLong(await makeArchivePaper(), pki, services)
  file = put(pki, 'copy.pdf', pdf)
  readOnce = await sign(await makePaper(['Mot']), signerOf(pki, 'curve'))
})
afterAll(async () => {
  await services.close()
  pki.remove()
})

test('pdfsig: both signatures valid, both signers trusted, names in every letter', () => {
  const said = askPdfsig(pki, file)
  expect(said.match(/Signature is Valid\./g)).toHaveLength(2)
  expect(said.match(/Certificate is Trusted\./g)).toHaveLength(2)
  expect(said).toContain('Common Name: Nguyễn Thị Thanh Hằng')
  expect(said).toContain('Common Name: Ủy ban nhân dân xã Vụ Bản')
  expect(said).toContain('Signature Field Name: Con dấu')
})

test('mutool: both signatures valid', () => {
  const said = ask(pki, 'mutool', 'sign', '-v', file)
  expect(said.match(/signature is valid/g)?.length).toBe(2)
  expect(said).toContain('cn=Nguyễn Thị Thanh Hằng')
  const once = put(pki, 'once.pdf', readOnce)
  expect(ask(pki, 'mutool', 'sign', '-v', once)).toContain(
    'The document is unchanged since signing',
  )
})

test('openssl cms: each signature verifies as CAdES, RSA and ECDSA', () => {
  // One after the other: what is taken out of a file lies under the same names.
  const [curve] = takeOut(pki, readOnce)
  verifyByOpenssl(pki, curve!, curve!.content)
  const [official, seal] = takeOut(pki, pdf)
  for (const it of [official!, seal!]) verifyByOpenssl(pki, it, it.content)
  const wrong = put(pki, 'wrong.content', Buffer.from('khác'))
  expect(() => verifyByOpenssl(pki, official!, wrong)).toThrow('Command failed')
})

test('openssl ts: the time of each signature, and of the whole file', () => {
  const said = verifyTimes(pki, takeOut(pki, pdf))
  expect(said).toHaveLength(3)
  for (const it of said) expect(it).toContain('Verification: OK')
})

test('PDFBox Preflight: PDF/A-1b stays PDF/A-1b through three signatures and the evidence', () => {
  expect(saysArchive(file)).toBe(true)
})

test('pdfinfo: a whole file with its page', () => {
  const said = ask(pki, 'pdfinfo', file)
  expect(said).toMatch(/Pages:\s+1/)
  expect(inspectPdf(pdf, { roots: pki.roots, now: new Date() }).verdict).toBe('valid')
})
