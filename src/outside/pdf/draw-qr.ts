import { PDFOperator, PDFOperatorNames as Op } from '@cantoo/pdf-lib'
import { encode } from 'uqr'
import { drawBox, ink, number, type Sheet } from './sheet.ts'

/**
 * A QR code as shapes, sharp at any size. A white edge of two squares is part of it. `strength`: how much
 * of it may be dirty or torn: M 15 %, Q 25 %, H 30 %.
 */
export function drawQr(
  sheet: Sheet,
  text: string,
  { x, y, size }: { x: number; y: number; size: number },
  { strength = 'M' }: { strength?: 'M' | 'Q' | 'H' } = {},
): void {
  const { data, size: squares } = encode(text, { ecc: strength, border: 2 })
  const side = size / squares
  drawBox(sheet, { x, y, width: size, height: size }, { fill: ink('#ffffff') })
  const shapes: PDFOperator[] = []
  for (const [row, dark] of data.entries()) {
    for (const { from, length } of runsOf(dark)) {
      const corner = [x + from * side, sheet.height - y - (row + 1) * side, length * side, side]
      shapes.push(PDFOperator.of(Op.AppendRectangle, corner.map(number)))
    }
  }
  sheet.page.pushOperators(
    PDFOperator.of(Op.PushGraphicsState),
    PDFOperator.of(Op.NonStrokingColorRgb, [number(0), number(0), number(0)]),
    ...shapes,
    PDFOperator.of(Op.FillNonZero),
    PDFOperator.of(Op.PopGraphicsState),
  )
}

/** Dark squares side by side are one shape: no hairline shows between them. */
function runsOf(dark: boolean[]): { from: number; length: number }[] {
  const runs: { from: number; length: number }[] = []
  for (const [i, on] of dark.entries()) {
    if (!on) continue
    const last = runs.at(-1)
    if (last && last.from + last.length === i) last.length++
    else runs.push({ from: i, length: 1 })
  }
  return runs
}
