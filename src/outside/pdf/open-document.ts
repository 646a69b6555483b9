import { createHash } from 'node:crypto'
import { PDFDocument, PDFHexString } from '@cantoo/pdf-lib'
import { openFace, type Face, type Weight } from './faces.ts'
import { listGlyphs } from './list-glyphs.ts'

/** A PDF being made, and the letters that it is set in. */
export type Document = { pdf: PDFDocument; faces: Record<Weight, Face> }

export type About = {
  title: string
  /** Written as the time at which the file was made: the same input gives the same bytes. */
  at: Date
  author?: string
  subject?: string
  /** What else tells this file from others of the same title and time, such as its code. */
  mark?: string
}

/** An empty PDF with the faces of Tinos, of which only the letters used are kept. */
export async function openDocument(about: About): Promise<Document> {
  const pdf = await PDFDocument.create({ updateMetadata: false })
  const { at, author, subject, mark } = about
  const title = about.title.normalize('NFC')
  pdf.setTitle(title)
  pdf.setProducer('Tại Chỗ')
  pdf.setCreator('Tại Chỗ')
  if (author) pdf.setAuthor(author.normalize('NFC'))
  if (subject) pdf.setSubject(subject.normalize('NFC'))
  pdf.setCreationDate(at)
  pdf.setModificationDate(at)
  pdf.setLanguage('vi-VN')
  const id = createHash('sha256').update(JSON.stringify([title, at, author, subject, mark]))
  const digits = id.digest('hex')
  const half = PDFHexString.of(digits.slice(0, 32).toUpperCase())
  pdf.context.trailerInfo.ID = pdf.context.obj([half, half])
  // Six letters tell the cut fonts of one file from those of another (ISO 32000-1, 9.6.4).
  const tag = lettersOf(digits)
  const faces = {
    regular: await openFace(pdf, 'regular', tag),
    bold: await openFace(pdf, 'bold', tag),
    italic: await openFace(pdf, 'italic', tag),
  }
  return { pdf, faces }
}

/**
 * The finished file. `archive`: marked as PDF/A-1b (ISO 19005-1), which it is as long as only what this
 * folder offers was drawn: letters of the document's faces, shapes, JPEG in RGB or grey.
 */
export async function closeDocument(
  { pdf, faces }: Document,
  { archive = true }: { archive?: boolean } = {},
): Promise<Uint8Array> {
  for (const { font, used } of Object.values(faces)) {
    if (!used) continue
    await font.embed()
    listGlyphs(pdf, font)
  }
  if (archive) pdf.convertToPDFA({ conformance: '1B' })
  return pdf.save({ useObjectStreams: false, addDefaultPage: false, updateFieldAppearances: false })
}

function lettersOf(digits: string): string {
  return [...digits.slice(0, 6)]
    .map((digit) => String.fromCharCode(65 + Number.parseInt(digit, 16)))
    .join('')
}
