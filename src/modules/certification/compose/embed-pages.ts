import {
  PDFName,
  PDFOperator,
  PDFOperatorNames as Op,
  type PDFDocument,
  type PDFPage,
} from '@cantoo/pdf-lib'
import { number } from '#src/outside/pdf/sheet.ts'
import { fixNotes } from './fix-notes.ts'

/** A page of another file, ready to be drawn with its lower left corner anywhere. */
export type EmbeddedPage = {
  width: number
  height: number
  draw: (page: PDFPage, at: { x: number; y: number; scale: number }) => void
}

/**
 * The pages of a PDF as they are to be seen: turned as they say, cut to their crop box, with the notes and
 * form values that lie on them. Nothing on them can be pressed any more.
 */
export async function embedPages(into: PDFDocument, source: PDFDocument): Promise<EmbeddedPage[]> {
  const pages = source.getPages()
  for (const page of pages) fixNotes(page)
  const boxes = pages.map((page) => page.getCropBox())
  const turns = pages.map((page) => (((page.getRotation().angle % 360) + 360) % 360) / 90)
  const full = pages.map((page) => page.node.Contents() !== undefined)
  const list = await into.embedPages(
    pages.filter((_, i) => full[i]),
    boxes
      .map(({ x, y, width, height }) => ({ left: x, bottom: y, right: x + width, top: y + height }))
      .filter((_, i) => full[i]),
    boxes.map((box, i) => turned(box, turns[i]!)).filter((_, i) => full[i]),
  )
  let next = 0
  return boxes.map(({ width, height }, i) => {
    const embedded = full[i] ? list[next++] : undefined
    const lies = turns[i]! % 2 === 1
    return {
      width: lies ? height : width,
      height: lies ? width : height,
      draw(page, { x, y, scale }) {
        if (!embedded) return
        const key = page.node.newXObject('Paper', embedded.ref)
        page.pushOperators(
          PDFOperator.of(Op.PushGraphicsState),
          PDFOperator.of(Op.ConcatTransformationMatrix, [scale, 0, 0, scale, x, y].map(number)),
          PDFOperator.of(Op.DrawObject, [PDFName.of(key.decodeText())]),
          PDFOperator.of(Op.PopGraphicsState),
        )
      },
    }
  })
}

type Matrix = [number, number, number, number, number, number]

/** Moves a box to the origin, turned clockwise by quarters (ISO 32000-1, 8.3.3). */
function turned(box: { x: number; y: number; width: number; height: number }, quarters: number) {
  const [left, bottom] = [box.x, box.y]
  const [right, top] = [left + box.width, bottom + box.height]
  const matrices: Matrix[] = [
    [1, 0, 0, 1, -left, -bottom],
    [0, -1, 1, 0, -bottom, right],
    [-1, 0, 0, -1, right, top],
    [0, 1, -1, 0, top, -left],
  ]
  return matrices[quarters] ?? matrices[0]!
}
