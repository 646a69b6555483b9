import { PDFDocument } from '@cantoo/pdf-lib'
import type { Document } from '#src/outside/pdf/open-document.ts'
import { drawPicture, placeIn } from '#src/outside/pdf/draw-picture.ts'
import { addSheet, sizes, type Sheet } from '#src/outside/pdf/sheet.ts'
import type { CopiedSheet } from './copy.ts'
import { embedPages } from './embed-pages.ts'
import { isPlainScan } from './is-plain-scan.ts'

/** Kept free at the foot of each page for the running mark: nothing is written over the paper itself. */
export const footHeight = 30

export type Placed = {
  sheets: Sheet[]
  /** Where the paper ends on the last page, from the top. */
  end: number
  /** Whether all that was put in is known to fit an archive. */
  archive: boolean
}

const edge = 12
/** Cards are wider than any sheet of paper: 1.59 against 1.41. */
const asWideAsACard = 1.5
/** Half as large again as the card itself. */
const cardWidth = 364

/**
 * The pages of the paper, each on a page of its own, its bytes as they are: a certified copy shows what
 * was seen, not what a program made of it.
 */
export async function placeSheets(
  document: Document,
  copied: readonly CopiedSheet[],
): Promise<Placed> {
  const placed: Placed = { sheets: [], end: 0, archive: true }
  for (const { mediaType, bytes } of copied) {
    if (mediaType === 'image/jpeg') await placePicture(document, bytes, placed)
    else await placePages(document, bytes, placed)
  }
  return placed
}

async function placePicture(document: Document, bytes: Uint8Array, placed: Placed): Promise<void> {
  const { width, height, parts } = measureJpeg(bytes)
  if (parts === 4) placed.archive = false
  if (width / height > asWideAsACard) {
    await placeCard(document, bytes, height / width, placed)
    return
  }
  const [short, long] = sizes.a4
  const sheet = addSheet(document, height >= width ? [short, long] : [long, short])
  await drawPicture(sheet, bytes, {
    x: edge,
    y: edge,
    width: sheet.width - 2 * edge,
    height: sheet.height - edge - footHeight,
  })
  placed.sheets.push(sheet)
  placed.end = sheet.height
}

/** Cards lie under each other, front and back on one page, and leave room for the statement. */
async function placeCard(
  document: Document,
  bytes: Uint8Array,
  shape: number,
  placed: Placed,
): Promise<void> {
  const height = cardWidth * shape
  let sheet = placed.sheets.at(-1)
  if (!sheet || placed.end + height > sheet.height - footHeight - edge) {
    sheet = addSheet(document, sizes.a4)
    placed.sheets.push(sheet)
    placed.end = edge
  }
  const y = placed.end + 16
  const x = (sheet.width - cardWidth) / 2
  await drawPicture(sheet, bytes, { x, y, width: cardWidth, height })
  placed.end = y + height
}

async function placePages(document: Document, bytes: Uint8Array, placed: Placed): Promise<void> {
  const source = await PDFDocument.load(bytes, { updateMetadata: false })
  if (!isPlainScan(source)) placed.archive = false
  for (const { draw, ...size } of await embedPages(document.pdf, source)) {
    const sheet = addSheet(document, [Math.max(size.width, 300), Math.max(size.height, 300)])
    const room = { x: 0, y: 0, width: sheet.width, height: sheet.height - footHeight }
    const { x, y, width, height } = placeIn(room, size)
    draw(sheet.page, { x, y: sheet.height - y - height, scale: width / size.width })
    placed.sheets.push(sheet)
    placed.end = sheet.height
  }
}

/** Size and number of colours of a JPEG, from its frame header (ITU-T T.81, B.2.2). */
function measureJpeg(bytes: Uint8Array): { width: number; height: number; parts: number } {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  let at = 2
  while (at + 9 < view.length) {
    const marker = view[at + 1]!
    const frame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)
    if (frame) {
      const [height, width] = [view.readUInt16BE(at + 5), view.readUInt16BE(at + 7)]
      return { width, height, parts: view[at + 9]! }
    }
    at += 2 + (marker === 0xff ? -1 : view.readUInt16BE(at + 2))
  }
  throw new TypeError('not a JPEG')
}
