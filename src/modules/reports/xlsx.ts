import type { Cell } from 'write-excel-file/node'
import { figureOf, type CellKind, type Figure, type Sheet } from './sheet.ts'

/** As Excel writes formats; it shows the separators of the reader's own language. */
const formats: Record<CellKind, string> = {
  text: '@',
  count: '#,##0',
  decimal: '#,##0.0',
  share: '0.0%',
  date: 'dd/mm/yyyy',
  month: 'mm/yyyy',
}

/**
 * Tables as an Excel workbook, a sheet for each with its header kept in sight. Numbers are numbers and
 * dates are dates; text is never a formula, whatever it begins with.
 */
export async function toXlsx(tables: readonly Sheet[]): Promise<Buffer> {
  const sheets = tables.map((sheet) => ({
    sheet: sheet.name,
    data: cellsOf(sheet),
    columns: sheet.columns.map(({ width }) => ({ width })),
    stickyRowsCount: 1,
    orientation: 'landscape' as const,
  }))
  const { default: writeExcelFile } = await import('write-excel-file/node')
  return writeExcelFile(sheets).toBuffer()
}

function cellsOf({ columns, rows }: Sheet): Cell[][] {
  const header = columns.map(({ header }) => ({
    value: header,
    type: String,
    fontWeight: 'bold' as const,
    wrap: true,
    alignVertical: 'top' as const,
  }))
  return [header, ...rows.map((row) => row.map((cell, j) => cellOf(figureOf(cell, columns[j]!))))]
}

function cellOf({ kind, value }: Figure): Cell {
  if (value === null || value === '') return null
  const format = formats[kind]
  if (typeof value === 'string') return { value, type: String, format, wrap: true }
  if (typeof value === 'number') return { value, type: Number, format }
  return { value: new Date(Date.UTC(value.year, value.month - 1, value.day)), type: Date, format }
}
