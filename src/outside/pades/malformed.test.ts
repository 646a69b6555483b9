import { deflateSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openAuthorities, type Authorities } from '#test/signing/authorities.ts'
import { append } from '#test/signing/append.ts'
import { makePaper } from '#test/signing/papers.ts'
import { makePki, type Pki } from '#test/signing/pki.ts'
import { mutate, random, sameOutsideSignatures } from '#test/signing/mutate.ts'
import { sign, signerOf, signForLong } from '#test/signing/sign.ts'
import { inspectPdf } from './inspect/inspect-pdf.ts'
import { limits } from './pdf/budget.ts'

/** Files that are broken, or made to break whoever opens them: each ends in a sentence, and soon. */
let pki: Pki
let services: Authorities

beforeAll(async () => {
  pki = makePki()
  services = await openAuthorities(pki)
})
afterAll(async () => {
  await services.close()
  pki.remove()
})

const inspect = (pdf: Uint8Array) => inspectPdf(pdf, { roots: pki.roots, now: new Date() })

/** A PDF of these objects, with a table that names them. */
function pdfOf(objects: Record<number, string>, trailer = '/Root 1 0 R'): Buffer {
  let out = '%PDF-1.7\n'
  const lines = Object.entries(objects).map(([num, content]) => {
    const line = `${num} 1\n${String(out.length).padStart(10, '0')} 00000 n \n`
    out += `${num} 0 obj\n${content}\nendobj\n`
    return line
  })
  const start = out.length
  out += `xref\n${lines.join('')}trailer\n<</Size 99 ${trailer}>>\nstartxref\n${start}\n%%EOF\n`
  return Buffer.from(out, 'latin1')
}

const catalog = '<</Type /Catalog /Pages 2 0 R /AcroForm <</Fields [3 0 R]>>>>'
const pages = '<</Type /Pages /Kids [] /Count 0>>'

function soon(pdf: Uint8Array) {
  const from = performance.now()
  const report = inspect(pdf)
  expect(performance.now() - from).toBeLessThan(5_000)
  return [report.verdict, report.trouble]
}

test('no PDF, nothing, half', async () => {
  expect(soon(Buffer.alloc(0))).toEqual(['unreadable', 'not_pdf'])
  expect(soon(Buffer.from('%PDF-1.7\n'))).toEqual(['unreadable', 'broken'])
  expect(soon((await makePaper(['x'])).subarray(0, 900))).toEqual(['unreadable', 'broken'])
  expect(soon(await makePaper(['x']))).toEqual(['unsigned', undefined])
})

test('with a password', () => {
  expect(soon(pdfOf({ 1: catalog, 2: pages }, '/Root 1 0 R /Encrypt 5 0 R'))).toEqual([
    ...['unreadable', 'encrypted'],
  ])
})

test('larger than is taken', () => {
  expect(soon(new Uint8Array(limits.fileBytes + 1))).toEqual(['unreadable', 'too_large'])
})

test('nested a million deep', () => {
  expect(soon(pdfOf({ 1: '['.repeat(1_000_000), 2: pages }))).toEqual(['unreadable', 'too_deep'])
  const kids = Object.fromEntries(
    Array.from({ length: 500 }, (_, i) => [i + 3, `<</T (a) /Kids [${i + 4} 0 R]>>`]),
  )
  expect(soon(pdfOf({ 1: catalog, 2: pages, ...kids }))).toEqual(['unreadable', 'too_deep'])
})

test('objects that lead to themselves', () => {
  expect(soon(pdfOf({ 1: '1 0 R' }))).toEqual(['unreadable', 'broken'])
  const round = '<</T (a) /FT /Sig /Kids [3 0 R 3 0 R]>>'
  expect(soon(pdfOf({ 1: catalog, 2: pages, 3: round }))).toEqual(['unsigned', undefined])
  const tail = pdfOf({ 1: catalog }).toString('latin1')
  const start = /startxref\n(\d+)/.exec(tail)![1]
  expect(soon(Buffer.from(tail.replace('/Size 99', `/Size 99 /Prev ${start}`), 'latin1'))).toEqual([
    ...['unreadable', 'broken'],
  ])
})

test('a table of contents that unpacks to gigabytes', () => {
  const bomb = deflateSync(Buffer.alloc(200 * 2 ** 20))
  const head = `<</Type /XRef /W [1 4 1] /Size 40000000 /Filter /FlateDecode /Root 1 0 R /Length ${bomb.length}>>`
  const from = '%PDF-1.7\n'
  const body = Buffer.concat([
    Buffer.from(`${from}1 0 obj\n${head}\nstream\n`, 'latin1'),
    bomb,
    Buffer.from(`\nendstream\nendobj\nstartxref\n${from.length}\n%%EOF\n`),
  ])
  expect(soon(body)).toEqual(['unreadable', 'too_heavy'])
})

test('a million entries that all point to the same large object', () => {
  const array = `[${'1 '.repeat(500_000)}]`
  let out = `%PDF-1.7\n1 0 obj\n<</Pages 2 0 R /AcroForm <</Fields [${'7 0 R '.repeat(100_000)}]>>>>\nendobj\n`
  const large = out.length
  out += `2 0 obj\n${array}\nendobj\n`
  const start = out.length
  const entry = (at: number) => `${String(at).padStart(10, '0')} 00000 n \n`
  out += `xref\n0 600000\n${entry(large).repeat(600_000)}trailer\n<</Size 9 /Root 1 0 R>>\nstartxref\n${start}\n%%EOF\n`
  expect(soon(Buffer.from(out, 'latin1'))).toEqual(['unreadable', 'too_heavy'])
})

test('millions of empty dictionaries, one endless name, texts inside texts', () => {
  expect(soon(pdfOf({ 1: `[${'<<>>'.repeat(5_000_000)}]` }))).toEqual(['unreadable', 'too_heavy'])
  expect(soon(pdfOf({ 1: `/${'a'.repeat(5_000_000)}` }))).toEqual(['unreadable', 'broken'])
  let out = '%PDF-1.7\n'
  const lines: string[] = []
  for (let num = 1; num <= 60; num++) {
    lines.push(`${String(out.length).padStart(10, '0')} 00000 n \n`)
    out += `${num} 0 obj\n(${' '.repeat(100_000)}`
  }
  out += `${')'.repeat(60)}\nendobj\n`
  const start = out.length
  out += `xref\n1 60\n${lines.join('')}trailer\n<</Size 61 /Root 1 0 R>>\nstartxref\n${start}\n%%EOF\n`
  expect(soon(Buffer.from(out, 'latin1'))[0]).toBe('unreadable')
})

test('a signed page with ninety-five megabytes behind it', async () => {
  const signed = await sign(await makePaper(['x']), signerOf(pki, 'official'))
  const large = Buffer.concat([signed, Buffer.alloc(95 * 2 ** 20, 'x')])
  expect(soon(large)).toEqual(['failed', undefined])
})

test('hundreds of revisions after a signature', async () => {
  let pdf: Uint8Array = await sign(await makePaper(['x']), signerOf(pki, 'official'))
  for (let i = 0; i < 300; i++) pdf = append(pdf, { objects: { 99: `(${i})` } })
  expect(soon(pdf)[0]).toBe('intact')
})

test('three hundred copies, broken at random: never a crash, never a pass, never long', async () => {
  const seeds = [
    await signForLong(await makePaper(['Mot', 'Hai']), pki, services),
    await sign(await makePaper(['Ba'], { streams: true }), signerOf(pki, 'curve')),
  ]
  const below = random(20_261_127)
  let slowest = 0
  for (let i = 0; i < 300; i++) {
    const seed = seeds[i % seeds.length]!
    const file = mutate(seed, below)
    const from = performance.now()
    const report = inspect(file)
    slowest = Math.max(slowest, performance.now() - from)
    if (report.verdict === 'valid' || report.verdict === 'intact') {
      expect(sameOutsideSignatures(file, seed)).toBe(true)
    }
  }
  expect(slowest).toBeLessThan(5_000)
})
