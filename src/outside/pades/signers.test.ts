import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openAuthorities, type Authorities } from '#test/signing/authorities.ts'
import { signByOpenssl } from '#test/signing/by-openssl.ts'
import { makePaper } from '#test/signing/papers.ts'
import { makePki, type Identity, type Pki } from '#test/signing/pki.ts'
import { sign, signerOf } from '#test/signing/sign.ts'
import { gatherEvidence } from '../revocation/gather-evidence.ts'
import { inspectPdf } from './inspect/inspect-pdf.ts'
import { addEvidence } from './write/add-evidence.ts'
import { addDocumentTime } from './write/sign-pdf.ts'

/** Whether whoever signed could sign: certificate, issuer, revocation, and by which clock. */
let pki: Pki
let services: Authorities
let paper: Uint8Array

beforeAll(async () => {
  pki = makePki()
  services = await openAuthorities(pki)
  paper = await makePaper(['Giay'])
})
afterAll(async () => {
  await services.close()
  pki.remove()
})

const cades = { subFilter: 'ETSI.CAdES.detached', args: ['-cades'] }
const signedBy = (identity: Identity, how = cades) => signByOpenssl(paper, pki, identity, how)

function inspect(pdf: Uint8Array, { roots = pki.roots, now = new Date() } = {}) {
  const { verdict, signatures } = inspectPdf(pdf, { roots, now })
  return { verdict, first: signatures[0]!, codes: signatures[0]!.findings.map((it) => it.code) }
}

/** The chain of a person, for asking about each of its certificates. */
const chainOf = (name: 'official' | 'revoked' | 'time') => [
  pki[name].certificate,
  pki.issuer.certificate,
  pki.root.certificate,
]

async function withEvidence(pdf: Uint8Array, ...chains: Parameters<typeof gatherEvidence>[0]) {
  const urls = { ocsp: services.ocsp, crl: services.crl }
  return addEvidence(pdf, await gatherEvidence(chains, new Date(), urls))
}

test.each([
  ['expired', 'certificate_expired'],
  ['early', 'certificate_not_yet_valid'],
  ['weak', 'weak_key'],
  ['constrained', 'certificate_wrong_use'],
  ['server', 'certificate_wrong_use'],
] as const)('a certificate that is %s', (name, code) => {
  const { verdict, codes } = inspect(signedBy(pki[name]))
  expect(verdict).toBe('failed')
  expect(codes).toContain(code)
})

test('who is not an authority issues nothing', () => {
  const { codes, verdict } = inspect(signedBy(pki.official), { roots: [pki.stranger.certificate] })
  expect([verdict, codes.includes('signed_by_others')]).toEqual(['intact', true])
})

test('a digest that can be forged', () => {
  const args = ['-md', 'sha1']
  const { codes } = inspect(signedBy(pki.official, { subFilter: 'adbe.pkcs7.detached', args }))
  expect(codes).toContain('weak_digest')
})

test('kinds of signatures that nobody should rely on', () => {
  for (const subFilter of ['adbe.pkcs7.sha1', 'adbe.x509.rsa_sha1', 'khac.la']) {
    expect(inspect(signedBy(pki.official, { subFilter, args: [] })).codes).toContain(
      'kind_unsupported',
    )
  }
  const bare = signedBy(pki.official, { subFilter: 'ETSI.CAdES.detached', args: [] })
  expect(inspect(bare).codes).toContain('attribute_missing')
  const unsigned = { subFilter: 'ETSI.CAdES.detached', args: ['-noattr'] }
  expect(inspect(signedBy(pki.official, unsigned)).codes).toContain('attribute_missing')
  const nameless = { subFilter: 'ETSI.CAdES.detached', args: ['-cades', '-nocerts'] }
  expect(inspect(signedBy(pki.official, nameless)).codes).toContain('signer_missing')
})

test('revoked: said by the status service, and by the list', async () => {
  const signed = signedBy(pki.revoked)
  expect(inspect(signed).first.revocation).toBe('unknown')
  const byService = inspect(await withEvidence(signed, chainOf('revoked')))
  expect(byService.first.revocation).toBe('revoked')
  expect([byService.verdict, byService.codes.includes('revoked')]).toEqual(['failed', true])

  const crls = [readFileSync(`${pki.folder}/issuer.crl`)]
  const byList = inspect(
    addEvidence(signed, { certificates: [], ocsps: [], crls: crls.map(toDer) }),
  )
  expect(byList.codes).toContain('revoked')
})

test('in force: the file brings along that nobody was revoked', async () => {
  const signed = await sign(paper, signerOf(pki, 'official'), { time: services.time })
  const lasting = await withEvidence(signed, chainOf('official'), chainOf('time'))
  expect(inspect(lasting)).toMatchObject({
    verdict: 'valid',
    first: { level: 'B-LT', revocation: 'good', trusted: true },
  })
  const sealed = await addDocumentTime(lasting, { field: 'Giờ', time: services.time })
  expect(inspect(sealed).first.level).toBe('B-LTA')
})

test('what a stranger says of an official counts for nothing', async () => {
  const signed = await sign(paper, signerOf(pki, 'official'))
  const about = await gatherEvidence([chainOf('official')], new Date(), { ocsp: services.ocsp })
  const changed = about.ocsps.map((it) => {
    const other = Buffer.from(it)
    other[other.length - 40]! ^= 1
    return other
  })
  const { first } = inspect(addEvidence(signed, { ...about, ocsps: changed }))
  expect(first.revocation).toBe('unknown')
})

test('an answer of before counts only for a signature that is proven to be as old', async () => {
  const later = { now: new Date(Date.now() + 30 * 24 * 3_600_000) }
  const claimed = await withEvidence(
    await sign(paper, signerOf(pki, 'official')),
    chainOf('official'),
  )
  expect(inspect(claimed).first.revocation).toBe('good')
  expect(inspect(claimed, later).first.revocation).toBe('unknown')
  const timed = await sign(paper, signerOf(pki, 'official'), { time: services.time })
  expect(inspect(await withEvidence(timed, chainOf('official')), later).first.revocation).toBe(
    'good',
  )
})

test('after the certificate has run out a proven time still holds, a claimed one does not', async () => {
  const later = { now: new Date('2045-06-01') }
  const claimed = inspect(await sign(paper, signerOf(pki, 'official')), later)
  expect(claimed.codes).toContain('expired_since')
  expect(claimed.verdict).not.toBe('valid')
  const proven = inspect(
    await sign(paper, signerOf(pki, 'official'), { time: services.time }),
    later,
  )
  expect(proven.codes).not.toContain('expired_since')
  expect(proven.codes).not.toContain('certificate_expired')
})

test('the time of a service that nobody knows proves nothing', async () => {
  const signed = await sign(paper, signerOf(pki, 'official'), { time: services.time })
  const { first, codes } = inspect(signed, { roots: [] })
  expect(first.provenTime).toBeUndefined()
  expect(codes).toContain('time_by_others')
})

function toDer(pem: Buffer): Buffer {
  const text = pem.toString().replaceAll(/-----[^-]+-----|\s/g, '')
  return Buffer.from(text, 'base64')
}
