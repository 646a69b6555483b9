import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { degrees, PDFDocument, PDFName, PDFString } from '@cantoo/pdf-lib'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { inspectPdf } from '#src/outside/pades/inspect/inspect-pdf.ts'
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
import { makeCopy, makeScan } from '#test/signing/copies.ts'
import { letters } from '#test/signing/letters.ts'
import { makePki, type Pki } from '#test/signing/pki.ts'
import { signForLong } from '#test/signing/sign.ts'
import { composeCopy } from './compose-copy.ts'
import type { CopiedSheet } from './copy.ts'
import { openComposer } from './open-composer.ts'

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

const textOf = (file: string) => ask(pki, 'pdftotext', '-raw', file, '-').replaceAll(/\s+/g, ' ')

test('other programs take a sealed copy as whole, signed twice, and fit for the archive', async () => {
  const copy = await makeCopy({ sheets: [await makeScan(), await makeScan(1754, 1240)] })
  const sealed = await signForLong(await composeCopy(copy), pki, services)
  const file = put(pki, 'sealed.pdf', sealed)

  const said = askPdfsig(pki, file)
  expect(said.match(/Signature is Valid\./g)).toHaveLength(2)
  expect(said.match(/Certificate is Trusted\./g)).toHaveLength(2)
  expect(ask(pki, 'mutool', 'sign', '-v', file).match(/signature is valid/g)).toHaveLength(2)
  const taken = takeOut(pki, sealed)
  for (const it of taken.slice(0, 2)) verifyByOpenssl(pki, it, it.content)
  const times = verifyTimes(pki, taken)
  expect(times).toHaveLength(3)
  for (const it of times) expect(it).toContain('Verification: OK')
  expect(saysArchive(file)).toBe(true)
  expect(ask(pki, 'pdfinfo', file)).toMatch(/Pages:\s+3/)
  expect(inspectPdf(sealed, { roots: pki.roots, now: new Date() }).verdict).toBe('valid')
})

test('what is written on a copy comes out of it again, every Vietnamese letter', async () => {
  const copy = await makeCopy()
  copy.statement.lines = [letters.join(' '), ...copy.statement.lines]
  const file = put(pki, 'letters.pdf', await composeCopy(copy))
  const said = textOf(file)
  const { statement, stamp } = copy
  const written = [
    ...['CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 'Độc lập - Tự do - Hạnh phúc', 'LỜI CHỨNG'],
    ...[...statement.issuer!, ...statement.lines, ...stamp.official, ...stamp.seal],
    ...['Số chứng thực: 123 · Quyển số: 01/2026-SCTĐT/BS', 'Vụ Bản, ngày 27 tháng 11 năm 2026'],
    ...['CHỦ TỊCH', 'mở mot-cua.example/vu-ban/xac-minh và nhập mã 7KQ4M2XP9RTA'],
    ...['Trang 1/2', 'Trang 2/2', 'Bản sao chứng thực số 123', 'Mã kiểm tra 7KQ4M2XP9RTA'],
  ]
  for (const line of written) expect(said).toContain(line)
})

test('the pictures lie in the copy byte for byte', async () => {
  const sheet = await makeScan()
  const bytes = Buffer.from(await composeCopy(await makeCopy({ sheets: [sheet] })))
  expect(bytes.includes(sheet.bytes)).toBe(true)
})

test('the same copy composed again is the same file', async () => {
  const copy = await makeCopy()
  expect(Buffer.compare(await composeCopy(copy), await composeCopy(copy))).toBe(0)
})

test('front and back of a card lie on one page, and one side has the statement beneath it', async () => {
  const card = await makeScan(1600, 1010)
  const count = async (sheets: CopiedSheet[]) =>
    (await PDFDocument.load(await composeCopy(await makeCopy({ sheets })))).getPageCount()
  expect(await count([card])).toBe(1)
  expect(await count([card, card])).toBe(2)
})

test('a long statement goes on over as many pages as it needs, each of them marked', async () => {
  const copy = await makeCopy()
  copy.statement.lines = Array.from(
    { length: 40 },
    (_, i) => `${i + 1}. ${'chứng thực '.repeat(30)}`,
  )
  const file = put(pki, 'long.pdf', await composeCopy(copy))
  const pages = Number(/Pages:\s+(\d+)/.exec(ask(pki, 'pdfinfo', file))?.[1])
  expect(pages).toBeGreaterThan(3)
  expect(textOf(file)).toContain(`Trang ${pages}/${pages}`)
  expect(textOf(file)).toContain('40. chứng thực')
})

/** A PDF as a scanner writes it, or with more on it. */
async function scanned(
  more: (document: PDFDocument) => unknown = () => undefined,
): Promise<CopiedSheet> {
  const document = await PDFDocument.create()
  const picture = await document.embedJpg((await makeScan()).bytes)
  document.addPage([595, 842]).drawImage(picture, { x: 0, y: 0, width: 595, height: 842 })
  await more(document)
  const bytes = await document.save({ useObjectStreams: false })
  return { mediaType: 'application/pdf', bytes }
}

test('a PDF from a scanner goes in as it is and stays fit for the archive', async () => {
  const sheet = await scanned()
  const picture = (await makeScan()).bytes
  const bytes = Buffer.from(await composeCopy(await makeCopy({ sheets: [sheet] })))
  expect(saysArchive(put(pki, 'scanned.pdf', bytes))).toBe(true)
  expect(bytes.includes(picture)).toBe(true)
})

test('a PDF that brings fonts of its own goes in, and nothing is claimed of an archive', async () => {
  const sheet = await scanned((it) => it.getPage(0).drawText('Ho so', { x: 60, y: 800 }))
  const file = put(pki, 'fonts.pdf', await composeCopy(await makeCopy({ sheets: [sheet] })))
  expect(textOf(file)).toContain('Ho so')
  expect(() => saysArchive(file)).toThrow('MetaData')
})

test('what was typed into a form stays on its copy', async () => {
  const sheet = await scanned((it) => {
    const field = it.getForm().createTextField('ho ten')
    field.setText('Nguyen Thi A')
    field.addToPage(it.getPage(0), { x: 60, y: 700, width: 300, height: 24 })
  })
  const file = put(pki, 'form.pdf', await composeCopy(await makeCopy({ sheets: [sheet] })))
  expect(textOf(file)).toContain('Nguyen Thi A')
  const copied = await PDFDocument.load(await composeCopy(await makeCopy({ sheets: [sheet] })))
  expect(copied.getPages().every((page) => !page.node.Annots()?.size())).toBe(true)
})

test('a hidden note, a script and an attachment do not come along', async () => {
  const sheet = await scanned(async (it) => {
    it.addJavaScript('a', 'app.alert(1)')
    await it.attach(Buffer.from('bí mật'), 'x.txt')
    const look = it.context.register(
      it.context.stream('BT ET', { Subtype: 'Form', BBox: [0, 0, 9, 9] }),
    )
    const note = {
      Subtype: 'Square',
      F: 2,
      Rect: [9, 9, 90, 90],
      AP: { N: look },
      Contents: PDFString.of('an'),
    }
    it.getPage(0).node.addAnnot(it.context.register(it.context.obj(note)))
  })
  const copied = await PDFDocument.load(await composeCopy(await makeCopy({ sheets: [sheet] })))
  expect(copied.catalog.has(PDFName.of('Names'))).toBe(false)
  expect(copied.getPage(0).node.Annots()?.size() ?? 0).toBe(0)
})

test.each([0, 90, 180, 270])(
  'a page turned by %i degrees is copied as it is seen',
  async (angle) => {
    const document = await PDFDocument.create()
    const page = document.addPage([400, 600])
    page.setCropBox(20, 30, 360, 540)
    page.setRotation(degrees(angle))
    // A dark corner: upper left when the page is not turned.
    page.drawRectangle({ x: 20, y: 470, width: 100, height: 100 })
    const original = await document.save()
    const sheet: CopiedSheet = { mediaType: 'application/pdf', bytes: original }
    const copy = await composeCopy(await makeCopy({ sheets: [sheet] }))
    expect(await darkCorner(copy)).toBe(await darkCorner(original))
  },
)

/** Which quarter of the first page is dark. */
async function darkCorner(pdf: Uint8Array): Promise<string> {
  const file = put(pki, 'turned.pdf', pdf)
  const at = join(pki.folder, 'turned')
  ask(
    pki,
    'pdftoppm',
    '-r',
    '30',
    '-f',
    '1',
    '-l',
    '1',
    '-cropbox',
    '-png',
    '-singlefile',
    file,
    at,
  )
  const { data, info } = await sharp(`${at}.png`)
    .greyscale()
    .raw()
    .toBuffer({ resolveWithObject: true })
  const dark = (x: number, y: number) =>
    data[Math.round(y * info.height) * info.width + Math.round(x * info.width)]! < 99
  return `${dark(0.1, 0.1)} ${dark(0.9, 0.1)} ${dark(0.1, 0.88)} ${dark(0.9, 0.88)}`
}

test('a picture in the inks of a press goes in, and nothing is claimed of an archive', async () => {
  const { bytes } = await makeScan()
  const cmyk = await sharp(bytes).toColourspace('cmyk').jpeg().toBuffer()
  const file = join(pki.folder, 'cmyk.pdf')
  writeFileSync(
    file,
    await composeCopy(await makeCopy({ sheets: [{ mediaType: 'image/jpeg', bytes: cmyk }] })),
  )
  expect(() => saysArchive(file)).toThrow('MetaData')
})

describe('composing beside the thread that answers people', () => {
  test('gives the same file, also when several ask at once', async () => {
    const composer = openComposer()
    const copy = await makeCopy()
    const files = await Promise.all([1, 2, 3].map(() => composer.compose(copy)))
    const own = await composeCopy(copy)
    for (const file of files) expect(Buffer.compare(file, own)).toBe(0)
    composer.close()
  })

  test('a page that is no picture fails by itself, and the next copy is made', async () => {
    const composer = openComposer()
    const broken: CopiedSheet = { mediaType: 'image/jpeg', bytes: Buffer.from('GIF') }
    await expect(composer.compose(await makeCopy({ sheets: [broken] }))).rejects.toThrow('JPEG')
    expect((await composer.compose(await makeCopy())).length).toBeGreaterThan(10_000)
    composer.close()
  })

  test('one that takes too long is given up, and the next begins anew', async () => {
    const composer = openComposer({ milliseconds: 1 })
    await expect(composer.compose(await makeCopy())).rejects.toThrow('too long')
    composer.close()
  })
})
