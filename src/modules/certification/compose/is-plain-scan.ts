import {
  decodePDFRawStream,
  PDFArray,
  PDFDict,
  PDFName,
  PDFRawStream,
  PDFStream,
  type PDFDocument,
  type PDFObject,
  type PDFPage,
} from '@cantoo/pdf-lib'

/**
 * Whether a PDF is what a scanner makes: pictures, put on pages, and nothing else. Only such pages can be
 * taken into a file for the archive (ISO 19005-1) without a closer look: of fonts, transparency or
 * inks of a press, the file may bring what an archive refuses.
 */
export function isPlainScan(document: PDFDocument): boolean {
  return document.getPages().every(isPicturesOnly)
}

const plainFilters = new Set(['DCTDecode', 'FlateDecode', 'CCITTFaxDecode', 'JBIG2Decode'])
const plainResources = new Set(['XObject', 'ProcSet'])
const plainColours = new Set(['DeviceRGB', 'DeviceGray'])
/** Place a picture, or draw a plain shape in grey or RGB. */
const plainOperators = new Set(
  'q Q cm Do re m l c v y h f F f* S s n W W* B b w j J M d i g G rg RG'.split(' '),
)

function isPicturesOnly({ node }: PDFPage): boolean {
  if ((node.Annots()?.size() ?? 0) > 0 || node.has(PDFName.of('Group'))) return false
  const resources = node.Resources()
  const others = resources?.keys().filter((it) => !plainResources.has(it.decodeText())) ?? []
  if (others.some((it) => !isEmpty(resources?.lookup(it)))) return false
  const drawn = resources?.lookupMaybe(PDFName.of('XObject'), PDFDict)
  return (
    (drawn?.values() ?? []).every((it) => isPlainPicture(node.context.lookup(it))) &&
    isPlacing(node)
  )
}

function isEmpty(object: PDFObject | undefined): boolean {
  return object instanceof PDFDict && object.keys().length === 0
}

function isPlainPicture(object: PDFObject | undefined): boolean {
  if (!(object instanceof PDFStream)) return false
  const { dict } = object
  const said = (key: string) => dict.lookup(PDFName.of(key))
  if (said('Subtype') !== PDFName.of('Image')) return false
  if (['SMask', 'Alternates', 'OPI', 'SMaskInData'].some((key) => dict.has(PDFName.of(key))))
    return false
  if (said('Interpolate')?.toString() === 'true') return false
  const filter = said('Filter')
  const filters = filter instanceof PDFArray ? filter.asArray() : filter ? [filter] : []
  const mask = said('ImageMask')?.toString() === 'true'
  const colours = said('ColorSpace')
  return (
    filters.every((it) => it instanceof PDFName && plainFilters.has(it.decodeText())) &&
    (mask || (colours instanceof PDFName && plainColours.has(colours.decodeText())))
  )
}

function isPlacing(node: PDFPage['node']): boolean {
  const contents = node.Contents()
  const streams = contents instanceof PDFArray ? contents.asArray() : contents ? [contents] : []
  return streams.every((it) => {
    const stream = node.context.lookup(it)
    if (!(stream instanceof PDFRawStream)) return false
    const text = Buffer.from(decodePDFRawStream(stream).decode()).toString('latin1')
    const words = text.split(/[\s\0]+/).filter((word) => /^[A-Za-z'"*]+$/.test(word))
    return !/[()<>]/.test(text) && words.every((word) => plainOperators.has(word))
  })
}
