import { sumOf } from './counted.ts'
import type { ReportRow, Said } from './report.ts'

/** Which columns of the article's table may stand against each other. */
export type Dimension = 'procedure' | 'authority' | 'homeKind' | 'came' | 'outcome'

/** Requests counted two ways at once; `cells[i][j]` is line i under column j, zeros included. */
export type CrossTable = {
  down: Dimension
  across: Dimension
  lines: { key: string; label: Said; total: number }[]
  columns: { key: string; label: Said; total: number }[]
  cells: number[][]
  total: number
}

const alphabet = new Intl.Collator('vi')

/** Sets any two columns of the article's table against each other; the most asked for first. */
export function crossTable(
  rows: readonly ReportRow[],
  down: Dimension,
  across: Dimension,
): CrossTable {
  const lines = totals(rows, down)
  const columns = totals(rows, across)
  const cells = lines.map(() => columns.map(() => 0))
  const lineAt = new Map(lines.map((line, i) => [line.key, i]))
  const columnAt = new Map(columns.map((column, j) => [column.key, j]))
  for (const row of rows) {
    cells[lineAt.get(sideOf(row, down).key)!]![columnAt.get(sideOf(row, across).key)!]! +=
      row.requests
  }
  const total = lines.reduce((sum, line) => sum + line.total, 0)
  return { down, across, lines, columns, cells, total }
}

function totals(rows: readonly ReportRow[], side: Dimension): CrossTable['lines'] {
  return [...Map.groupBy(rows, (row) => sideOf(row, side).key).values()]
    .map((alike) => Object.assign(sideOf(alike[0]!, side), { total: sumOf(alike) }))
    .sort((a, b) => b.total - a.total || alphabet.compare(a.label.vi, b.label.vi))
}

function sideOf(row: ReportRow, side: Dimension): { key: string; label: Said } {
  if (side === 'procedure') return { key: row.procedure.code, label: row.procedure.label }
  const { key, label } = row[side]
  return { key, label }
}
