import { PDFDocument } from '@cantoo/pdf-lib'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { append, findObject, nextNumber, objectOf, pagesOf } from '#test/signing/append.ts'
import { makeForm, makePaper, makeWaiting } from '#test/signing/papers.ts'
import { makePki, type Pki } from '#test/signing/pki.ts'
import { openAuthorities, type Authorities } from '#test/signing/authorities.ts'
import { sign, signerOf, signTwice } from '#test/signing/sign.ts'
import { hashOf, readCms } from './inspect/read-cms.ts'
import { inspectPdf } from './inspect/inspect-pdf.ts'
import { buildCms, signedAttributes } from './write/build-cms.ts'
import { digestOf, embedSignature, prepareSignature } from './write/prepare-signature.ts'
import { addDocumentTime, startSignature } from './write/sign-pdf.ts'
import { askTime } from '../timestamp/ask-time.ts'

/** What is done to signed papers so that they say something else. Each is found and named. */
let pki: Pki
let services: Authorities
/** Two pages, signed by the official and sealed by the office, with time. */
let copy: Uint8Array

beforeAll(async () => {
  pki = makePki()
  services = await openAuthorities(pki)
  copy = await signTwice(await makePaper(['Trang mot', 'Trang hai']), pki, services.time)
})
afterAll(async () => {
  await services.close()
  pki.remove()
})

const inspect = (pdf: Uint8Array) => inspectPdf(pdf, { roots: pki.roots, now: new Date() })

/** All that fails, each once; a file that cannot be read fails by its trouble. */
function failures(pdf: Uint8Array): string[] {
  const { verdict, trouble, findings, signatures } = inspect(pdf)
  const all = [...findings, ...signatures.flatMap((it) => it.findings)]
  const failed = new Set(all.filter((it) => it.severity === 'fails').map((it) => it.code as string))
  if (trouble) failed.add(trouble)
  expect(['failed', 'unreadable'].includes(verdict)).toBe(failed.size > 0)
  return [...failed].sort()
}

function replaced(pdf: Uint8Array, from: string | RegExp, to: string): Buffer {
  const text = Buffer.from(pdf).toString('latin1')
  const changed = text.replace(from, to)
  expect(changed).not.toBe(text)
  return Buffer.from(changed, 'latin1')
}

const stream = (text: string) => `<</Length ${text.length}>>\nstream\n${text}\nendstream`
const whiteBox = stream('q 1 1 1 rg 0 0 595 842 re f Q')
const pageOne = (pdf: Uint8Array) => pagesOf(pdf)[0]!
const changedPage = (pdf: Uint8Array, from: string | RegExp, to: string) => ({
  [pageOne(pdf)]: objectOf(pdf, pageOne(pdf)).replace(from, to),
})
const catalogOf = (pdf: Uint8Array) => findObject(pdf, '/Type /Catalog')
const changedCatalog = (pdf: Uint8Array, more: string) => ({
  [catalogOf(pdf)]: objectOf(pdf, catalogOf(pdf)).replace('<<', `<<${more} `),
})

test('untouched, both signatures stand', () => {
  expect(failures(copy)).toEqual([])
  const { signatures } = inspect(copy)
  expect(signatures.map((it) => [it.level, it.trusted, it.coversWholeFile])).toEqual([
    ['B-T', true, false],
    ['B-T', true, true],
  ])
})

test('one bit of the paper', () => {
  const changed = Buffer.from(copy)
  changed[changed.indexOf('stream\n') + 20]! ^= 1
  expect(failures(changed)).toEqual(['digest_mismatch'])
})

test('one byte of the signature', () => {
  const at = Buffer.from(copy).indexOf('/Contents <') + '/Contents <'.length
  const end = Buffer.from(copy).indexOf('>', at)
  const cms = readCms(Buffer.from(Buffer.from(copy).toString('latin1', at, end), 'hex'))!
  const made = Buffer.from(cms.signature).toString('hex').toUpperCase()
  const other = `${made.slice(0, 100)}${made[100] === 'A' ? 'B' : 'A'}${made.slice(101)}`
  expect(failures(replaced(copy, made, other))).toContain('signature_broken')
})

test('a white box over the first page: named with its page, for both signatures', () => {
  const box = nextNumber(copy)
  const page = changedPage(copy, /\/Contents \[([^\]]*)\]/, `/Contents [$1 ${box} 0 R]`)
  const changed = append(copy, { objects: { ...page, [box]: whiteBox } })
  expect(failures(changed)).toEqual(['page_content_changed'])
  for (const { findings } of inspect(changed).signatures) {
    const named = { code: 'page_content_changed', page: 1, detail: '/Contents' }
    expect(findings).toContainEqual(expect.objectContaining(named))
  }
})

test('the drawing of a page is exchanged, the page itself is not touched', () => {
  const drawing = Number(/\/Contents \[(\d+)/.exec(objectOf(copy, pageOne(copy)))![1])
  const changed = append(copy, { objects: { [drawing]: whiteBox } })
  expect(failures(changed)).toEqual(['page_content_changed'])
})

test('a page is added', () => {
  const tree = findObject(copy, '/Type /Pages')
  const page = nextNumber(copy)
  const grown = objectOf(copy, tree)
    .replace('R ]', `R ${page} 0 R ]`)
    .replace('/Count 2', '/Count 3')
  const added = `<</Type /Page /Parent ${tree} 0 R /MediaBox [0 0 595 842] /Resources <<>>>>`
  const changed = append(copy, { objects: { [tree]: grown, [page]: added } })
  expect(failures(changed)).toEqual(['page_added'])
  expect(inspect(changed).signatures[0]!.findings).toContainEqual(
    expect.objectContaining({ code: 'page_added', page: 3 }),
  )
})

test('a page is taken out, pages change places', () => {
  const tree = findObject(copy, '/Type /Pages')
  const [first, second] = pagesOf(copy)
  const kids = (list: string) => ({
    [tree]: objectOf(copy, tree).replace(/\/Kids \[[^\]]*\]/, `/Kids [${list}]`),
  })
  const shorter = append(copy, { objects: kids(`${second} 0 R`) })
  expect(failures(shorter)).toEqual(['page_removed'])
  const turned = append(copy, { objects: kids(`${second} 0 R ${first} 0 R`) })
  expect(failures(turned)).toEqual(['pages_reordered'])
})

test('a note is laid on the page', () => {
  const note = nextNumber(copy)
  const page = changedPage(copy, /\/Annots \[([^\]]*)\]/, `/Annots [$1 ${note} 0 R]`)
  const text = '<</Type /Annot /Subtype /FreeText /Rect [50 700 500 780] /Contents (Da duyet)>>'
  expect(failures(append(copy, { objects: { ...page, [note]: text } }))).toEqual([
    'annotation_added',
  ])
  // Put before the boxes of the signatures, it is named all the same, beside the boxes that moved.
  const before = changedPage(copy, /\/Annots \[([^\]]*)\]/, `/Annots [${note} 0 R $1]`)
  expect(failures(append(copy, { objects: { ...before, [note]: text } }))).toEqual([
    ...['annotation_added', 'annotation_removed'],
  ])
})

test('the signed range is edited', () => {
  const longer = replaced(copy, /\/ByteRange \[0 (\d)/, '/ByteRange [1 $1')
  expect(failures(longer)).toContain('byte_range_wrong')
  const shorter = replaced(copy, /(\/ByteRange \[0 \d+ \d+ \d*)\d\]/, '$10]')
  expect(failures(shorter)).toContain('byte_range_wrong')
  const wider = replaced(copy, /(\/ByteRange \[0 )(\d+)( \d+ \d+\])/, '$112345$3')
  expect(failures(wider)).toContain('byte_range_wrong')
})

test('the file is written anew by another program', async () => {
  const rewritten = await (await PDFDocument.load(copy)).save()
  expect(failures(rewritten)).toContain('byte_range_wrong')
})

test("another person's certificate is put into the signature", async () => {
  const official = signerOf(pki, 'official')
  const seal = signerOf(pki, 'seal')
  const asked = { kind: 'signature', field: 'Ký', at: new Date() } as const
  const job = startSignature(await makePaper(['x']), official, asked)
  const answer = await official.sign({ ...job, label: '', idempotencyKey: '' })
  if (answer.state !== 'done') throw new Error('not signed')
  const forged = buildCms({ ...job, chain: [...seal.chain], signature: answer.signature })
  expect(failures(embedSignature(job.prepared, forged))).toEqual([
    'signature_broken',
    'wrong_certificate',
  ])
})

test('a form field that was filled in is given another value', async () => {
  const form = await sign(await makeForm('so tien', '1000'), signerOf(pki, 'official'))
  const field = findObject(form, '/FT /Tx')
  const other = objectOf(form, field).replace(/\/V <[^>]*>/, '/V (9000)')
  const changed = append(form, { objects: { [field]: other } })
  expect(failures(changed)).toEqual(['form_value_changed'])
  const look = Number(/\/N (\d+) 0 R/.exec(objectOf(form, findObject(form, '/MK')))![1])
  expect(failures(append(form, { objects: { [look]: whiteBox } }))).toEqual(['form_value_changed'])
})

test('a form field is added', () => {
  const field = nextNumber(copy)
  const form = objectOf(copy, catalogOf(copy)).replace(/\/Fields \[/, `/Fields [${field} 0 R `)
  const objects = { [catalogOf(copy)]: form, [field]: '<</FT /Tx /T (them) /V (x)>>' }
  expect(failures(append(copy, { objects }))).toEqual(['form_field_added'])
})

test('objects that no table names are hidden after the end', () => {
  const ghost = nextNumber(copy)
  const changed = append(copy, { objects: { [ghost]: whiteBox }, unlisted: [ghost] })
  expect(failures(changed)).toEqual(['shadow_objects'])
  const commented = append(copy, { objects: {}, between: `%${ghost} 0 obj null endobj\n` })
  expect(failures(commented)).toEqual(['shadow_objects'])
})

test('what was hidden before signing is brought out afterwards', async () => {
  const paper = await makePaper(['That'])
  const drawing = Number(/\/Contents \[ ?(\d+)/.exec(objectOf(paper, pageOne(paper)))![1])
  const prepared = append(paper, { objects: { [drawing]: whiteBox }, unlisted: [drawing] })
  const at = prepared.lastIndexOf(`${drawing} 0 obj`)
  const signed = await sign(prepared, signerOf(pki, 'official'))
  expect(failures(signed)).toEqual([])
  const changed = append(signed, { objects: {}, pointers: { [drawing]: at } })
  expect(failures(changed)).toEqual(['old_bytes_reused', 'page_content_changed'])
})

test('a second table of contents leads past the signed one', () => {
  const objects: Record<number, string> = {
    1: '<</Type /Pages /Kids [3 0 R] /Count 1>>',
    2: objectOf(copy, catalogOf(copy)),
    3: '<</Type /Page /Parent 1 0 R /MediaBox [0 0 595 842]>>',
  }
  for (const num of [
    ...Buffer.from(copy)
      .toString('latin1')
      .matchAll(/^(\d+) 0 obj$/gm),
  ]) {
    const n = Number(num[1])
    if (n > 8) objects[n] = objectOf(copy, n)
  }
  const changed = append(copy, { objects, forgetful: true, root: 2 })
  expect(failures(changed)).toContain('byte_range_wrong')
  const beside = append(copy, { objects: {}, between: 'xref\n0 0\ntrailer\n<</Size 1>>\n' })
  expect(failures(beside)).toEqual(['second_xref'])
  const pointed = append(copy, { objects: {}, between: 'startxref\n17\n%%EOF\n' })
  expect(failures(pointed)).toEqual(['second_xref'])
})

test('bytes after the end, and between the parts', () => {
  const trailing = Buffer.concat([copy, Buffer.from('<?php system($_GET[0]) ?>')])
  expect(failures(trailing)).toEqual(['trailing_bytes'])
  expect(failures(append(copy, { objects: {}, between: 'PK zip\n' }))).toEqual(['stray_bytes'])
  expect(failures(Buffer.concat([copy, Buffer.from('\r\n')]))).toEqual([])
})

test('a signature is moved from another file', async () => {
  const other = await sign(await makePaper(['Mot to khac']), signerOf(pki, 'official'))
  const prepared = prepareSignature(await makePaper(['To nay']), {
    ...{ kind: 'signature', field: 'Người ký', at: new Date() },
  })
  const at = Buffer.from(other).indexOf('/Contents <') + '/Contents <'.length
  const hex = Buffer.from(other).toString('latin1', at, Buffer.from(other).indexOf('>', at))
  const moved = embedSignature(prepared, Buffer.from(hex.replace(/(00)+$/, ''), 'hex'))
  expect(failures(moved)).toEqual(['digest_mismatch'])
})

test('the time of another signature', async () => {
  const official = signerOf(pki, 'official')
  const asked = { kind: 'signature', field: 'Ký', at: new Date() } as const
  const job = startSignature(await makePaper(['x']), official, asked)
  const answer = await official.sign({ ...job, label: '', idempotencyKey: '' })
  if (answer.state !== 'done') throw new Error('not signed')
  const token = await askTime(services.time, hashOf('sha256', Buffer.from('khác')))
  const made = { ...job, chain: [...job.chain], signature: answer.signature, token }
  expect(failures(embedSignature(job.prepared, buildCms(made)))).toEqual([
    'time_of_another_signature',
  ])

  const prepared = prepareSignature(copy, { kind: 'document_time', field: 'Giờ' })
  expect(digestOf(prepared)).toHaveLength(32)
  expect(failures(embedSignature(prepared, token))).toEqual(['time_of_another_signature'])
})

test('a signature is taken out of the form', async () => {
  const once = await sign(await makePaper(['x']), signerOf(pki, 'official'))
  const bare = objectOf(once, catalogOf(once)).replace(/\/AcroForm <<.*?>>/, '')
  expect(failures(append(once, { objects: { [catalogOf(once)]: bare } }))).toContain(
    'signature_removed',
  )
  const fields = objectOf(copy, catalogOf(copy)).replace(/\/Fields \[\d+ 0 R/, '/Fields [')
  expect(failures(append(copy, { objects: { [catalogOf(copy)]: fields } }))).toEqual([
    'signature_removed',
  ])
})

test('a script, a layer or an attachment is put into the document', () => {
  const script = '/OpenAction <</S /JavaScript /JS (app.alert)>>'
  expect(failures(append(copy, { objects: changedCatalog(copy, script) }))).toEqual([
    'document_changed',
  ])
  const layers = '/OCProperties <</OCGs [] /D <<>>>>'
  expect(failures(append(copy, { objects: changedCatalog(copy, layers) }))).toEqual([
    'document_changed',
  ])
})

test('the title is changed: said, not failed', () => {
  const info = findObject(copy, '/Producer')
  const titled = objectOf(copy, info).replace('<<', '<</Title (Khac)')
  const changed = append(copy, { objects: { [info]: titled } })
  // Our attacker leaves Info out of the trailer: then the old one is gone, which is a change too.
  const codes = inspect(changed).signatures.flatMap((it) => it.findings.map(({ code }) => code))
  expect(codes).toContain('description_changed')
  expect(failures(changed)).toEqual([])
})

test('a page grows by what it inherits', () => {
  const tree = findObject(copy, '/Type /Pages')
  const turned = objectOf(copy, tree).replace('<<', '<</Rotate 180')
  expect(failures(append(copy, { objects: { [tree]: turned } }))).toEqual(['page_content_changed'])
})

test('the box of a later signature lies over the page', async () => {
  const paper = await makePaper(['nho'])
  const small = append(paper, { objects: changedPage(paper, '595 842', '10 10') })
  const signed = await sign(small, signerOf(pki, 'official'))
  const seal = signerOf(pki, 'seal')
  const prepared = prepareSignature(signed, { kind: 'signature', field: 'Dấu', at: new Date() })
  const sealWith = async (box: string) => {
    const pdf = Buffer.from(prepared.pdf)
    pdf.write(box, pdf.lastIndexOf('/Rect [0 0 0 0]'), 'latin1')
    const attributes = signedAttributes(digestOf({ ...prepared, pdf }), seal.chain[0]!)
    const answer = await seal.sign({ attributes, hash: attributes, label: '', idempotencyKey: '' })
    if (answer.state !== 'done') throw new Error('not signed')
    const made = { attributes, signature: answer.signature, algorithm: seal.algorithm }
    return embedSignature({ ...prepared, pdf }, buildCms({ ...made, chain: [...seal.chain] }))
  }
  expect(failures(await sealWith('/Rect [0 0 9 9]'))).toEqual(['signature_box_too_large'])
  const stamped = await sealWith('/Rect [0 0 5 4]')
  expect(failures(stamped)).toEqual([])
  const codes = inspect(stamped).signatures[0]!.findings.map(({ code }) => code)
  expect(codes).toContain('signature_box_added')
})

test('an earlier signature gets another look', () => {
  const field = findObject(copy, '/FT /Sig')
  const look = Number(/\/N (\d+) 0 R/.exec(objectOf(copy, field))![1])
  const first = findObject(copy.subarray(0, inspect(copy).signatures[0]!.signedBytes), '/FT /Sig')
  const own = Number(/\/N (\d+) 0 R/.exec(objectOf(copy, first))![1])
  expect(own).not.toBe(look)
  expect(failures(append(copy, { objects: { [own]: whiteBox } }))).toEqual(['signature_changed'])
})

test('an earlier signature is shown once more under another name', () => {
  const field = nextNumber(copy)
  const signature = /\/V (\d+) 0 R/.exec(objectOf(copy, findObject(copy, '/FT /Sig')))![1]
  const form = objectOf(copy, catalogOf(copy)).replace(/\/Fields \[/, `/Fields [${field} 0 R `)
  const again = `<</FT /Sig /T (Chu tich tinh) /V ${signature} 0 R>>`
  const changed = append(copy, { objects: { [catalogOf(copy)]: form, [field]: again } })
  expect(failures(changed)).toEqual(['signature_moved'])
})

test('an empty signature box is filled with a drawing instead of a signature', async () => {
  const { pdf, field } = await makeWaiting(await makePaper(['x']))
  const signed = await sign(pdf, signerOf(pki, 'official'))
  const look = nextNumber(signed)
  const drawn = objectOf(signed, field).replace('<<', `<</AP <</N ${look} 0 R>> `)
  const changed = append(signed, { objects: { [field]: drawn, [look]: whiteBox } })
  expect(failures(changed)).toEqual(['signature_changed'])
})

test('fields are to be drawn anew from values that were hidden under their look', async () => {
  const form = await sign(await makeForm('so tien', '1000'), signerOf(pki, 'official'))
  const list = findObject(form, '/Fields')
  const anew = objectOf(form, list).replace('<<', '<</NeedAppearances true ')
  expect(failures(append(form, { objects: { [list]: anew } }))).toEqual(['form_changed'])
})

test('the same key is said twice, so that viewers disagree', () => {
  const page = changedPage(copy, '<<', '<</Rotate 0 /Rotate 180 ')
  expect(failures(append(copy, { objects: page }))).toEqual(['said_twice'])
})

test('a time for the whole file may follow, a signature after it too', async () => {
  const timed = await addDocumentTime(copy, { field: 'Giờ', time: services.time })
  expect(failures(timed)).toEqual([])
  const signed = await sign(timed, signerOf(pki, 'curve'), { field: 'Thứ ba' })
  expect(failures(signed)).toEqual([])
  expect(inspect(signed).signatures).toHaveLength(4)
})

test('whatever single byte is changed outside the spare digits, the file is not accepted', () => {
  const gaps = [
    ...Buffer.from(copy)
      .toString('latin1')
      .matchAll(/\/Contents <[0-9A-F]+>/g),
  ]
  const isSpare = (at: number) =>
    gaps.some(({ index, 0: text }) => at >= index && at < index + text.length)
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: copy.length - 3 }).filter((at) => !isSpare(at)),
      fc.integer({ min: 1, max: 255 }),
      (at, by) => {
        const changed = Buffer.from(copy)
        changed[at]! ^= by
        expect(['failed', 'unreadable', 'unsigned']).toContain(inspect(changed).verdict)
      },
    ),
    { seed: 20261127, numRuns: 80 },
  )
})
