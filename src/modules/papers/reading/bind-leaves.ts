import { PDFDocument } from '@cantoo/pdf-lib'
import sharp from 'sharp'
import { openPdf } from './read-pdf.ts'
import { Unreadable, type BindRule, type Bound, type Leaf } from './reading.ts'

/** From best to what can just be read, until the file fits. */
const ladder = [
  { longest: 2480, quality: 86 },
  { longest: 2200, quality: 76 },
  { longest: 1800, quality: 68 },
  { longest: 1500, quality: 58 },
] as const

/** A4 in points of a PDF. */
const a4 = { short: 595.28, long: 841.89 }

/**
 * One file of all pages of a paper, as large as the portal takes. A single picture stays a JPEG where
 * that is taken; a single PDF stays as it came, so that whoever signed it can still be checked.
 */
export async function bindLeaves(leaves: Leaf[], rule: BindRule): Promise<Bound> {
  const [first] = leaves
  if (!first) throw new Unreadable('empty')
  const alone = leaves.length === 1
  if (alone && first.mediaType === 'application/pdf') {
    if (!rule.pdf || first.bytes.length > rule.mostBytes) throw new Unreadable('export_too_large')
    return { mediaType: first.mediaType, bytes: Buffer.from(first.bytes) }
  }
  for (const step of ladder) {
    const asJpeg = (alone && rule.jpeg) || !rule.pdf
    if (asJpeg && !alone) break
    const bytes = asJpeg ? await lighter(first, step) : await bindPdf(leaves, step)
    const mediaType = asJpeg ? 'image/jpeg' : 'application/pdf'
    if (bytes.length <= rule.mostBytes) return { mediaType, bytes }
  }
  throw new Unreadable('export_too_large')
}

type Rung = (typeof ladder)[number]

function lighter({ bytes }: Leaf, { longest, quality }: Rung): Promise<Buffer> {
  return sharp(bytes)
    .resize({ width: longest, height: longest, fit: 'inside', withoutEnlargement: true })
    .jpeg({ quality })
    .toBuffer()
}

async function bindPdf(leaves: Leaf[], rung: Rung): Promise<Buffer> {
  const document = await PDFDocument.create({ updateMetadata: false })
  for (const leaf of leaves) {
    if (leaf.mediaType === 'application/pdf') {
      const from = await openPdf(leaf.bytes)
      for (const page of await document.copyPages(from, from.getPageIndices()))
        document.addPage(page)
      continue
    }
    const picture = await document.embedJpg(await lighter(leaf, rung))
    const upright = picture.height >= picture.width
    const [width, height] = upright ? [a4.short, a4.long] : [a4.long, a4.short]
    const scale = Math.min(width / picture.width, height / picture.height)
    const [w, h] = [picture.width * scale, picture.height * scale]
    document
      .addPage([width, height])
      .drawImage(picture, { x: (width - w) / 2, y: (height - h) / 2, width: w, height: h })
  }
  return Buffer.from(await document.save())
}
