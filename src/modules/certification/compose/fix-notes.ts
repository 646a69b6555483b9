import {
  PDFArray,
  PDFDict,
  PDFName,
  PDFNumber,
  PDFOperator,
  PDFOperatorNames as Op,
  PDFRef,
  PDFStream,
  type PDFPage,
} from '@cantoo/pdf-lib'
import { number } from '#src/outside/pdf/sheet.ts'

/**
 * Draws what lies on a page, such as form values and notes, into the page itself, where it is seen (ISO
 * 32000-1, 12.5.5). Hidden ones stay out, links and pop-ups have no look of their own.
 */
export function fixNotes(page: PDFPage): void {
  const notes = page.node.Annots()
  for (let i = 0; i < (notes?.size() ?? 0); i++) {
    const note = notes!.lookup(i)
    if (note instanceof PDFDict) fixNote(page, note)
  }
}

const hidden = 0x02 | 0x20

function fixNote(page: PDFPage, note: PDFDict): void {
  const flags = note.lookupMaybe(PDFName.of('F'), PDFNumber)?.asNumber() ?? 0
  const rect = numbersOf(note.lookup(PDFName.of('Rect')))
  const look = lookOf(note)
  if ((flags & hidden) !== 0 || !look || rect.length !== 4) return
  const form = page.doc.context.lookup(look, PDFStream).dict
  const bounds = numbersOf(form.lookup(PDFName.of('BBox')))
  if (bounds.length !== 4) return
  const own = numbersOf(form.lookup(PDFName.of('Matrix')))
  const from = around(bounds, own.length === 6 ? own : [1, 0, 0, 1, 0, 0])
  const to = around(rect, [1, 0, 0, 1, 0, 0])
  if (from.width === 0 || from.height === 0) return
  const [sx, sy] = [to.width / from.width, to.height / from.height]
  const key = page.node.newXObject('Note', look)
  page.pushOperators(
    PDFOperator.of(Op.PushGraphicsState),
    PDFOperator.of(
      Op.ConcatTransformationMatrix,
      [sx, 0, 0, sy, to.x - from.x * sx, to.y - from.y * sy].map(number),
    ),
    PDFOperator.of(Op.DrawObject, [key]),
    PDFOperator.of(Op.PopGraphicsState),
  )
}

/** The normal look; where there are several, the one that its state names. */
function lookOf(note: PDFDict): PDFRef | undefined {
  const looks = note.lookupMaybe(PDFName.of('AP'), PDFDict)
  const normal = looks?.get(PDFName.of('N'))
  const found = note.context.lookup(normal)
  if (found instanceof PDFStream) return normal instanceof PDFRef ? normal : undefined
  const state = note.lookupMaybe(PDFName.of('AS'), PDFName)
  const chosen = found instanceof PDFDict && state ? found.get(state) : undefined
  return chosen instanceof PDFRef && note.context.lookup(chosen) instanceof PDFStream
    ? chosen
    : undefined
}

function numbersOf(value: unknown): number[] {
  if (!(value instanceof PDFArray)) return []
  const list = value.asArray().map((_, i) => value.lookup(i))
  return list.every((it) => it instanceof PDFNumber) ? list.map((it) => it.asNumber()) : []
}

/** The upright box around a box moved by a matrix. */
function around(box: number[], matrix: number[]) {
  const [a, b, c, d, e, f] = matrix as [number, number, number, number, number, number]
  const [x0, y0, x1, y1] = box as [number, number, number, number]
  const corners = [
    [x0, y0],
    [x1, y0],
    [x0, y1],
    [x1, y1],
  ] as const
  const xs = corners.map(([x, y]) => a * x + c * y + e)
  const ys = corners.map(([x, y]) => b * x + d * y + f)
  const [x, y] = [Math.min(...xs), Math.min(...ys)]
  return { x, y, width: Math.max(...xs) - x, height: Math.max(...ys) - y }
}
