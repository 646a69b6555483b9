import { readFileSync } from 'node:fs'
import { crc32, deflateSync } from 'node:zlib'
import { PDFDocument } from '@cantoo/pdf-lib'
import sharp from 'sharp'
import { drawSheet } from './sheet.ts'
import { photograph } from './photographs.ts'

/** A photograph in which the house likes everything. */
export const goodPhoto = once(async () => (await photograph(1)).jpeg)

/** The same sheet as a scanner writes it: paper up to every edge. */
export const goodScan = once(async () => {
  const { width, height, data } = drawSheet(2)
  return sharp(data, { raw: { width, height, channels: 3 } })
    .png()
    .toBuffer()
})

/** A sheet photographed on an iPhone; written by heif-enc of libheif, HEVC inside. */
export const heicPhoto = () => readFileSync('test/papers/sheet.heic')

export async function pdfOf(sheets: number, more: { password?: string; padding?: number } = {}) {
  const document = await PDFDocument.create()
  for (let i = 0; i < sheets; i++)
    document.addPage([595, 842]).drawRectangle({ x: 60, y: 60 + i, width: 300, height: 20 })
  if (more.padding) await document.attach(noise(more.padding), 'x.bin')
  if (more.password) document.encrypt({ userPassword: more.password, ownerPassword: more.password })
  return Buffer.from(await document.save())
}

/** A PNG of 400 million points that weighs fifty kilobytes (ISO/IEC 15948, chunks). */
export function pixelBomb(): Buffer {
  const side = 20_000
  const head = Buffer.alloc(13)
  head.writeUInt32BE(side, 0)
  head.writeUInt32BE(side, 4)
  head[8] = 1
  const chunk = (name: string, body: Buffer) => {
    const named = Buffer.concat([Buffer.from(name), body])
    const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)]
    length.writeUInt32BE(body.length)
    check.writeUInt32BE(crc32(named))
    return Buffer.concat([length, named, check])
  }
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(Buffer.alloc(side * (side / 8 + 1)))),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

/** An image whose points turn by EXIF: a phone held upright. */
export const turnedPhoto = once(async () => {
  const { jpeg } = await photograph(1)
  return sharp(jpeg).rotate(90).withMetadata({ orientation: 8 }).jpeg().toBuffer()
})

/** Bytes that do not shrink. */
export function noise(bytes: number): Buffer {
  const out = Buffer.alloc(bytes)
  for (let i = 0, state = 1; i < bytes; i++) {
    state = (Math.imul(state, 1103515245) + 12345) >>> 0
    out[i] = state >>> 16
  }
  return out
}

function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined
  return () => (made ??= make())
}
