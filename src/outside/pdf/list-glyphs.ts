import { inflateSync } from 'node:zlib'
import {
  PDFArray,
  PDFDict,
  PDFName,
  PDFRawStream,
  type PDFDocument,
  type PDFFont,
} from '@cantoo/pdf-lib'

/**
 * Lists in a cut font which of its glyphs are there (CIDSet), as PDF/A-1 asks (ISO 19005-1, 6.3.5): all
 * from 0 on, since glyphs are numbered anew when the font is cut. To be called when the font is embedded.
 */
export function listGlyphs(pdf: PDFDocument, font: PDFFont): void {
  const { context } = pdf
  const whole = context.lookup(font.ref, PDFDict)
  const below = whole.lookup(PDFName.of('DescendantFonts'), PDFArray).lookup(0, PDFDict)
  const descriptor = below.lookup(PDFName.of('FontDescriptor'), PDFDict)
  const file = descriptor.lookup(PDFName.of('FontFile2'))
  if (!(file instanceof PDFRawStream)) throw new TypeError('the font is not TrueType')
  const glyphs = countGlyphs(inflateSync(file.contents))
  const set = Buffer.alloc(Math.ceil(glyphs / 8), 0xff)
  if (glyphs % 8 > 0) set[set.length - 1] = (0xff00 >> (glyphs % 8)) & 0xff
  descriptor.set(PDFName.of('CIDSet'), context.register(context.flateStream(set)))
}

/** `numGlyphs` in the table `maxp` of a TrueType file. */
function countGlyphs(font: Buffer): number {
  const tables = font.readUInt16BE(4)
  for (let i = 0; i < tables; i++) {
    const entry = 12 + i * 16
    if (font.toString('latin1', entry, entry + 4) === 'maxp') {
      return font.readUInt16BE(font.readUInt32BE(entry + 8) + 4)
    }
  }
  throw new TypeError('the font has no table maxp')
}
