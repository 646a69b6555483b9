import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { drawNotices, type Notice } from './draw-notice.ts'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'taicho-print-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const notice: Notice = {
  office: 'Bộ phận Một cửa xã Vụ Bản, Ninh Bình',
  title: 'Ngày thứ 6 tại chỗ: Thứ Sáu 27/11/2026',
  paragraphs: ['Từ 7 giờ 30 đến 11 giờ 30.', 'Mang theo căn cước và điện thoại.'],
  phone: '0228 3820 123',
  day: { weekday: 'Thứ Sáu', number: '27', month: 'tháng 11/2026' },
  words: { scan: 'Quét mã để giữ chỗ', orOpen: 'hoặc mở', call: 'Gọi', printed: 'Bản 1' },
}
const places = ['Thôn Đông', 'Thôn Đoài'].map((name, i) => ({
  ...{ name, address: `https://dich-vu.example/vu-ban/d/h7k2${'mn'[i]}` },
}))

async function draw(differs: Partial<Notice>, format: 'poster' | 'leaflet' = 'poster') {
  const at = new Date('2026-11-25T02:00:00Z')
  const path = join(folder, `${format}.pdf`)
  writeFileSync(path, await drawNotices({ ...notice, ...differs }, places, { format, at }))
  const run = (program: string, ...args: string[]) =>
    execFileSync(program, [...args, path, ...(program === 'pdftotext' ? ['-'] : [])], {
      encoding: 'utf8',
    })
  const text = run('pdftotext', '-raw').normalize('NFC').replaceAll(/\s+/g, ' ')
  return { text, about: run('pdfinfo'), fonts: run('pdffonts') }
}

test('a sheet for each place, with its own code and every word of the bulletin', async () => {
  const { text, about, fonts } = await draw({})
  expect(about).toMatch(/Pages:\s+2/)
  expect(about).toMatch(/595\.28 x 841\.89 pts \(A4\)/)
  for (const words of [notice.office, notice.title, ...notice.paragraphs, '0228 3820 123'])
    expect(text.split(words.normalize('NFC'))).toHaveLength(3)
  for (const { name, address } of places) {
    expect(text).toContain(name)
    expect(text).toContain(address.replace('https://', ''))
  }
  expect(fonts).toMatch(/Tinos/)
})

test('the leaflet is the same on A5', async () => {
  const { text, about } = await draw({}, 'leaflet')
  expect(about).toMatch(/419\.53 x 595\.28/)
  expect(text).toContain(notice.title)
})

test('a long bulletin is set smaller and loses none of its words', async () => {
  const paragraphs = Array.from(
    { length: 14 },
    (_, i) => `Đoạn ${i} của bản tin dài, ${'chữ '.repeat(24)}hết ${i}.`,
  )
  const { text } = await draw({ paragraphs, title: 'Tên rất dài '.repeat(8) })
  for (const i of [0, 7, 13]) expect(text).toContain(`hết ${i}.`)
})

test('news of no day has no leaf of the calendar', async () => {
  const { text } = await draw({ day: null, title: 'Cắt điện sáng thứ Bảy' })
  expect(text).not.toContain('tháng 11/2026')
})
