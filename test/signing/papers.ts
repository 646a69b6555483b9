import { PDFDocument, PDFName, PDFString, StandardFonts } from '@cantoo/pdf-lib'

/** A paper with text on each page, as another program writes it. */
export async function makePaper(
  lines: string[],
  { streams = false }: { streams?: boolean } = {},
): Promise<Uint8Array> {
  const pdf = await PDFDocument.create()
  const font = await pdf.embedFont(StandardFonts.Helvetica)
  for (const line of lines) {
    pdf.addPage([595, 842]).drawText(line, { x: 60, y: 760, size: 14, font })
  }
  return pdf.save({ useObjectStreams: streams })
}

/** The same with a form that has been filled in. */
export async function makeForm(name: string, value: string): Promise<Uint8Array> {
  const pdf = await PDFDocument.create()
  const page = pdf.addPage([595, 842])
  const field = pdf.getForm().createTextField(name)
  field.setText(value)
  field.addToPage(page, { x: 60, y: 700, width: 300, height: 24 })
  return pdf.save({ useObjectStreams: false })
}

/** A page in PDF/A-1b: shapes only, since fonts are another matter. */
export async function makeArchivePaper(): Promise<Uint8Array> {
  const pdf = await PDFDocument.create()
  pdf.addPage([595, 842]).drawRectangle({ x: 60, y: 600, width: 300, height: 120 })
  pdf.setTitle('Bản sao chứng thực')
  pdf.convertToPDFA({ conformance: '1B' })
  return pdf.save({ useObjectStreams: false })
}

/** The same with an empty signature box that waits on the first page; its object number beside it. */
export async function makeWaiting(paper: Uint8Array): Promise<{ pdf: Uint8Array; field: number }> {
  const pdf = await PDFDocument.load(paper)
  const page = pdf.getPage(0)
  const field = pdf.context.register(
    pdf.context.obj({
      ...{ Type: 'Annot', Subtype: 'Widget', FT: 'Sig', F: 4, Rect: [300, 60, 540, 140] },
      ...{ T: PDFString.of('Cho ky'), P: page.ref },
    }),
  )
  page.node.addAnnot(field)
  pdf.catalog.set(PDFName.of('AcroForm'), pdf.context.obj({ Fields: [field], SigFlags: 3 }))
  return { pdf: await pdf.save({ useObjectStreams: false }), field: field.objectNumber }
}
