/** How a value is shown: a share is a percentage, a month is written without its day. */
export type CellKind = 'text' | 'count' | 'decimal' | 'share' | 'date' | 'month'

export type CellValue = string | number | Temporal.PlainDate | null

/** A value that is shown otherwise than its column says. */
export type Figure = { kind: CellKind; value: CellValue }

export type Column = { header: string; kind: CellKind; /** In characters. */ width: number }

/** A table that is written out as CSV or as one sheet of a workbook. */
export type Sheet = { name: string; columns: Column[]; rows: (CellValue | Figure)[][] }

export function figureOf(cell: CellValue | Figure, column: Column): Figure {
  const isFigure = typeof cell === 'object' && cell !== null && 'kind' in cell
  return isFigure ? cell : { kind: column.kind, value: cell }
}
