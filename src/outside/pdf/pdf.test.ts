import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { letters } from '#test/signing/letters.ts'
import { saysArchive } from '#test/signing/by-preflight.ts'
import { fitText, layText } from './lay-text.ts'
import { closeDocument, openDocument } from './open-document.ts'
import { drawQr } from './draw-qr.ts'
import { addSheet, sizes } from './sheet.ts'
import { writeText } from './write-text.ts'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'taicho-pdf-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const at = new Date('2026-11-27T02:00:00Z')
const area = { x: 60, y: 60, width: 475 }

async function write(text: string, align: 'left' | 'justify' = 'left'): Promise<Uint8Array> {
  const document = await openDocument({ title: 'Thử chữ', at })
  const sheet = addSheet(document, sizes.a4)
  const foot = writeText(sheet, text, { size: 13, align }, area)
  writeText(sheet, text, { size: 13, weight: 'bold', align }, { ...area, y: foot })
  drawQr(sheet, 'https://dich-vu.example/vu-ban/xac-minh', { x: 60, y: 600, size: 100 })
  return closeDocument(document)
}

function put(pdf: Uint8Array): string {
  const path = join(folder, 'paper.pdf')
  writeFileSync(path, pdf)
  return path
}

function wordsIn(pdf: Uint8Array): string[] {
  const said = execFileSync('pdftotext', ['-raw', put(pdf), '-'], { encoding: 'utf8' })
  return said.split(/\s+/).filter(Boolean)
}

// First of all: fonts are kept from file to file, and must not learn from the first what is wrong for the next.
test('a letter that was only part of others in an earlier file comes out as itself', async () => {
  expect(wordsIn(await write('ớ Ứ Ụ'))).toEqual(['ớ', 'Ứ', 'Ụ', 'ớ', 'Ứ', 'Ụ'])
  expect(wordsIn(await write('ơ Ư U Đ'))).toEqual(['ơ', 'Ư', 'U', 'Đ', 'ơ', 'Ư', 'U', 'Đ'])
})

test('every Vietnamese letter comes out of the file as it went in, regular and bold', async () => {
  expect(letters).toHaveLength(146)
  expect(wordsIn(await write(letters.join(' ')))).toEqual([...letters, ...letters])
})

test('letters typed with their marks apart are composed', async () => {
  expect(wordsIn(await write(letters.join(' ').normalize('NFD')))).toEqual([...letters, ...letters])
})

test('the words of a stretched line are copied out as they were written', async () => {
  const text =
    'Bản sao này đúng với bản chính đã được xuất trình; người yêu cầu chứng thực chịu trách nhiệm về nội dung của bản chính.'
  expect(wordsIn(await write(text, 'justify')).join(' ')).toBe(`${text} ${text}`)
})

test('PDFBox Preflight takes it as PDF/A-1b', async () => {
  expect(saysArchive(put(await write('Nguyễn Thị Thanh Hằng')))).toBe(true)
})

test('a page set in one face alone is a file for the archive too', async () => {
  const document = await openDocument({ title: 'Đậm', at })
  writeText(addSheet(document, sizes.a5), 'Đậm', { size: 40, weight: 'bold' }, area)
  expect(saysArchive(put(await closeDocument(document)))).toBe(true)
})

test('the same input gives the same bytes', async () => {
  expect(Buffer.compare(await write('Vụ Bản'), await write('Vụ Bản'))).toBe(0)
})

test('no line is wider than its place, and no letter is lost, whatever is written', async () => {
  const document = await openDocument({ title: 'Thử chữ', at })
  const word = fc.string({ unit: fc.constantFrom(...letters, 'x', '1', '-'), maxLength: 80 })
  fc.assert(
    fc.property(
      fc.array(word, { maxLength: 30 }),
      fc.integer({ min: 60, max: 500 }),
      (list, room) => {
        const text = list.join(' ')
        const { lines } = layText(document, text, { size: 12, indent: 20 }, room)
        for (const line of lines) expect(line.width + line.indent).toBeLessThan(room + 0.001)
        expect(lines.flatMap((it) => it.words).join('')).toBe(text.replaceAll(' ', ''))
      },
    ),
    { numRuns: 60 },
  )
})

test('a long heading is set smaller until it fits', async () => {
  const document = await openDocument({ title: 'Thử chữ', at })
  const box = { width: 300, height: 60 }
  const fit = (text: string) => fitText(document, text, { size: 40, least: 9 }, box)
  expect(fit('Ngày Thứ Sáu').style.size).toBeGreaterThan(30)
  const long = fit(
    'Ngày chứng thực lưu động tại nhà văn hóa thôn Tiên Hương, bà con mang theo căn cước',
  )
  expect(long.style.size).toBeLessThan(26)
  expect(long.height).toBeLessThanOrEqual(60)
})
