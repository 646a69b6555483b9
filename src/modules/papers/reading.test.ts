import { afterAll, expect, test } from 'vitest'
import sharp from 'sharp'
import { chance } from '#test/papers/chance.ts'
import { damage } from '#test/papers/damage.ts'
import {
  goodPhoto,
  goodScan,
  heicPhoto,
  noise,
  pdfOf,
  pixelBomb,
  turnedPhoto,
} from '#test/papers/files.ts'
import { openReader } from './reading/open-reader.ts'
import type { Reading } from './reading/reading.ts'

const reader = openReader()
afterAll(() => reader.close())

const picture = async (bytes: Buffer) =>
  (await reader.read(bytes)) as Extract<Reading, { kind: 'picture' }>

test('a photograph is straightened, and what was done to it is told', async () => {
  const read = await picture(await goodPhoto())
  expect(read).toMatchObject({
    kind: 'picture',
    mediaType: 'image/jpeg',
    width: 1050,
    height: 1400,
  })
  expect(read.made.steps).toEqual(['straightened', 'light_evened'])
  expect(read.made.troubles).toEqual([])
  expect((await sharp(read.made.jpeg).metadata()).format).toBe('jpeg')
})

test('a PNG of a scanner is taken whole', async () => {
  const read = await picture(await goodScan())
  expect(read.mediaType).toBe('image/png')
  expect(read.made.steps).toEqual(['light_evened'])
})

test('a HEIC of an iPhone is read', async () => {
  const read = await picture(heicPhoto())
  expect(read).toMatchObject({ mediaType: 'image/heic', width: 900, height: 1200 })
  expect(read.made.troubles).not.toContain('page_not_found')
})

test('a phone held sideways: the picture is turned as it is meant to be seen', async () => {
  const read = await picture(await turnedPhoto())
  expect([read.width, read.height]).toEqual([1050, 1400])
  expect(read.made.steps[0]).toBe('turned')
})

test('grey, transparent and 16-bit pictures are pictures too', async () => {
  const scan = sharp(await goodScan())
  for (const bytes of [
    await scan.clone().greyscale().png().toBuffer(),
    await scan.clone().ensureAlpha(0.9).png().toBuffer(),
    await scan.clone().toColourspace('rgb16').png().toBuffer(),
    await scan.clone().toColourspace('cmyk').jpeg().toBuffer(),
  ])
    expect((await picture(bytes)).kind).toBe('picture')
})

test('the pages of a PDF are counted', async () => {
  const read = await reader.read(await pdfOf(3))
  expect(read).toEqual({ kind: 'pdf', mediaType: 'application/pdf', sheets: 3 })
})

test.each([
  ['an empty file', 'papers.empty', () => Buffer.alloc(0)],
  [
    'a picture of a few points',
    'papers.too_small',
    () =>
      sharp({ create: { width: 500, height: 900, channels: 3, background: '#fff' } })
        .png()
        .toBuffer(),
  ],
  ['more than 25 MB', 'papers.too_large', () => Buffer.alloc(26 * 2 ** 20, 1)],
  [
    'a text that is called .jpg',
    'papers.wrong_type',
    () => Buffer.from('Kính gửi Ủy ban nhân dân xã'),
  ],
  [
    'a GIF',
    'papers.wrong_type',
    () =>
      sharp({ create: { width: 700, height: 900, channels: 3, background: '#fff' } })
        .gif()
        .toBuffer(),
  ],
  ['a PDF with a password', 'papers.encrypted_pdf', () => pdfOf(1, { password: 'bimat' })],
  ['half a PDF', 'papers.broken_pdf', () => Buffer.from('%PDF-1.7\n1 0 obj\n<< /Type /Cat')],
  ['a PDF of 101 pages', 'papers.too_many_sheets', () => pdfOf(101)],
  ['400 million points', 'papers.too_many_points', () => pixelBomb()],
  [
    'a photograph that broke off',
    'papers.broken_picture',
    async () => (await goodPhoto()).subarray(0, 40_000),
  ],
  [
    'noise that begins like a HEIC',
    'papers.broken_picture',
    () => Buffer.concat([heicPhoto().subarray(0, 64), noise(5000)]),
  ],
])('%s is refused with its own words', async (_, code, bytes) => {
  await expect(reader.read(await bytes())).rejects.toMatchObject({ code, field: 'files' })
})

test('a picture is made anew by the corners that an officer sets', async () => {
  const corners = [
    { x: 0.2, y: 0.2 },
    { x: 0.6, y: 0.2 },
    { x: 0.6, y: 0.5 },
    { x: 0.2, y: 0.5 },
  ] as const
  const made = await reader.make(await goodPhoto(), { corners: [...corners], evenLight: false })
  const { width, height } = await sharp(made.jpeg).metadata()
  expect([width, height]).toEqual([420, 420])
  expect(made.steps).toEqual(['straightened'])
})

const portal = { mostBytes: 6 * 2 ** 20, jpeg: true, pdf: true }

test('one picture stays a JPEG, several and PDFs become one PDF that fits', async () => {
  const jpeg = (await picture(await goodPhoto())).made.jpeg
  const leaf = { mediaType: 'image/jpeg', bytes: jpeg } as const
  expect((await reader.bind([leaf], portal)).mediaType).toBe('image/jpeg')
  const pdf = { mediaType: 'application/pdf', bytes: await pdfOf(2) } as const
  const bound = await reader.bind([leaf, pdf, leaf], portal)
  expect(bound.mediaType).toBe('application/pdf')
  expect(await reader.read(bound.bytes)).toMatchObject({ sheets: 4 })
  const small = await reader.bind([leaf], { ...portal, mostBytes: 400_000 })
  expect(small.bytes.length).toBeLessThanOrEqual(400_000)
})

test('a PDF alone goes out as it came, and one that is too large is refused', async () => {
  const pdf = { mediaType: 'application/pdf', bytes: await pdfOf(2) } as const
  expect(Buffer.compare((await reader.bind([pdf], portal)).bytes, pdf.bytes)).toBe(0)
  const tight = { ...portal, mostBytes: 1000 }
  await expect(reader.bind([pdf], tight)).rejects.toMatchObject({ code: 'papers.export_too_large' })
})

test('two hundred and forty damaged files are refused or read; none crashes or holds up the reader', async () => {
  const random = chance(20261123)
  const whole = [
    await sharp(await goodPhoto())
      .resize(640)
      .jpeg()
      .toBuffer(),
    await sharp(await goodScan())
      .resize(620)
      .png({ compressionLevel: 9 })
      .toBuffer(),
    heicPhoto(),
    await pdfOf(4),
  ]
  let slowest = 0
  for (let i = 0; i < 240; i++) {
    const bytes = damage(random, whole[i % 20 === 0 ? 2 : i % 3 === 2 ? 3 : i % 3]!)
    const began = performance.now()
    await reader.read(bytes).catch((error: { code?: string }) => {
      expect(error.code).toMatch(/^papers\./)
    })
    slowest = Math.max(slowest, performance.now() - began)
  }
  expect(slowest).toBeLessThan(6_000)
  expect(await reader.read(await pdfOf(1))).toMatchObject({ sheets: 1 })
})
