import { randomBytes } from 'node:crypto'
import { PDFDocument, PDFName, PDFNumber } from '@cantoo/pdf-lib'

/** Ten pages, each a picture that does not pack: as large as scans, and nothing that reads them minds. */
export async function makeScannedCopy(): Promise<Uint8Array> {
  const pdf = await PDFDocument.create()
  for (let i = 0; i < 10; i++) {
    const page = pdf.addPage([595, 842])
    const picture = pdf.context.stream(randomBytes(460_000), {
      Type: PDFName.of('XObject'),
      Subtype: PDFName.of('Image'),
      Width: PDFNumber.of(1240),
      Height: PDFNumber.of(1754),
      ColorSpace: PDFName.of('DeviceRGB'),
      BitsPerComponent: PDFNumber.of(8),
      Filter: PDFName.of('DCTDecode'),
    })
    page.node.setXObject(PDFName.of('Scan'), pdf.context.register(picture))
  }
  return pdf.save({ useObjectStreams: false })
}
