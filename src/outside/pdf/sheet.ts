import { PDFNumber, rgb, type Color, type PDFPage } from '@cantoo/pdf-lib'
import type { Document } from './open-document.ts'

/** Widths and heights in points (1/72 inch), upright. */
export const sizes = {
  a3: [841.89, 1190.55],
  a4: [595.28, 841.89],
  a5: [419.53, 595.28],
  a6: [297.64, 419.53],
} as const

/** A page on which places are counted in points from its upper left corner. */
export type Sheet = { document: Document; page: PDFPage; width: number; height: number }

export type Box = { x: number; y: number; width: number; height: number }

export function addSheet(document: Document, [width, height]: readonly [number, number]): Sheet {
  return { document, page: document.pdf.addPage([width, height]), width, height }
}

/** `#rrggbb` as a PDF wants it. */
export function ink(hex: string): Color {
  const part = (from: number) => Number.parseInt(hex.slice(from, from + 2), 16) / 255
  return rgb(part(1), part(3), part(5))
}

export const black = ink('#000000')

export type Drawn = { fill?: Color; line?: Color; lineWidth?: number }

export function drawBox(sheet: Sheet, box: Box, { fill, line, lineWidth = 1 }: Drawn): void {
  const { x, y, width, height } = box
  sheet.page.drawRectangle({
    ...{ x, y: sheet.height - y - height, width, height },
    ...(fill ? { color: fill } : {}),
    ...(line ? { borderColor: line, borderWidth: lineWidth } : {}),
  })
}

export function drawLine(
  sheet: Sheet,
  { x, y, width }: { x: number; y: number; width: number },
  { color = black, thickness = 0.75 }: { color?: Color; thickness?: number } = {},
): void {
  const at = sheet.height - y
  sheet.page.drawLine({ start: { x, y: at }, end: { x: x + width, y: at }, thickness, color })
}

/** A thousandth of a point is finer than any printer: longer digits only make the file larger. */
export function number(value: number): PDFNumber {
  return PDFNumber.of(Math.round(value * 1000) / 1000)
}
