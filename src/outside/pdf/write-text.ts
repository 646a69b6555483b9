import {
  PDFArray,
  PDFOperator,
  PDFOperatorNames as Op,
  type Color,
  type PDFFont,
  type PDFName,
  type PDFNumber,
  type PDFPage,
} from '@cantoo/pdf-lib'
import { layText, type Laid, type Line, type Style } from './lay-text.ts'
import { black, number, type Sheet } from './sheet.ts'

/** Where a text goes: its upper left corner, and how wide it may be. */
export type Place = { x: number; y: number; width: number }

/** Writes a text and answers where the next may begin, counted from the top. */
export function writeText(
  sheet: Sheet,
  text: string,
  style: Style & { color?: Color },
  place: Place,
): number {
  const { color, ...laid } = style
  return writeLaid(sheet, layText(sheet.document, text, laid, place.width), place, color)
}

/** The same for a text that is laid already. */
export function writeLaid(
  sheet: Sheet,
  laid: Laid,
  { x, y }: { x: number; y: number },
  color: Color = black,
): number {
  const { size, leading } = laid.style
  const { ascent, descent } = metrics
  // The letters stand in the middle of their line.
  const drop = (leading * size - (ascent - descent) * size) / 2 + ascent * size
  laid.face.used = true
  const key = keyOf(sheet, laid.face.font)
  for (const [i, line] of laid.lines.entries()) {
    if (line.words.length === 0) continue
    const from = x + line.indent + slackBefore(laid, line)
    const base = sheet.height - (y + i * leading * size + drop)
    sheet.page.pushOperators(
      PDFOperator.of(Op.BeginText),
      PDFOperator.of(Op.NonStrokingColorRgb, colorParts(color)),
      PDFOperator.of(Op.SetFontAndSize, [key, number(size)]),
      PDFOperator.of(Op.SetTextMatrix, [1, 0, 0, 1, from, base].map(number)),
      PDFOperator.of(Op.ShowTextAdjusted, [spaced(sheet, laid, line)]),
      PDFOperator.of(Op.EndText),
    )
  }
  return y + laid.height
}

/** Of Tinos, in sizes. */
const metrics = { ascent: 0.891, descent: -0.216 }

function slackBefore({ room, style }: Laid, line: Line): number {
  const slack = room - line.indent - line.width
  if (style.align === 'right') return slack
  return style.align === 'centre' ? slack / 2 : 0
}

/**
 * The words of a line with real spaces between them, moved apart where the line is stretched: what is
 * copied out of the file are the words as they were written.
 */
function spaced(sheet: Sheet, laid: Laid, line: Line): PDFArray {
  const { room, style, face } = laid
  const gaps = line.words.length - 1
  const stretch =
    style.align === 'justify' && !line.last && gaps > 0
      ? (room - line.indent - line.width) / gaps
      : 0
  const array = PDFArray.withContext(sheet.page.doc.context)
  if (stretch === 0) {
    array.push(face.font.encodeText(line.words.join(' ')))
    return array
  }
  for (const [i, word] of line.words.entries()) {
    array.push(face.font.encodeText(i < gaps ? `${word} ` : word))
    if (i < gaps) array.push(number((-stretch * 1000) / style.size))
  }
  return array
}

const keys = new WeakMap<PDFPage, Map<PDFFont, PDFName>>()

/** What a page calls a face: once for each page. */
function keyOf({ page }: Sheet, face: PDFFont): PDFName {
  let known = keys.get(page)
  if (!known) keys.set(page, (known = new Map()))
  let key = known.get(face)
  if (!key) known.set(face, (key = page.node.newFontDictionary(face.name, face.ref)))
  return key
}

function colorParts(color: Color): PDFNumber[] {
  if (!('red' in color)) throw new TypeError('only RGB fits the archive')
  return [color.red, color.green, color.blue].map(number)
}
