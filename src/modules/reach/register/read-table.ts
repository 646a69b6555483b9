import { fold } from '#src/base/fold.ts'
import { Refusal } from '#src/base/refusal.ts'
import { words } from '#src/words/index.ts'
import { columnNames, mostRows, type RegisterKind, type Typed } from './register.ts'

/** A list that an office has already may have its title above the columns. */
const mostTitleLines = 10

/**
 * The rows of a table below the line that names the columns, in any order; columns that nobody knows are
 * left aside, empty lines too. Refuses a table without rows, with too many, or without a name column.
 */
export function readTable(kind: RegisterKind, table: readonly (readonly string[])[]): Typed[] {
  const known = columnNames(kind)
  const keysOf = (row: readonly string[]) => row.map((cell) => known.get(fold(cell)))
  const named = table.slice(0, mostTitleLines).findIndex((row) => keysOf(row).includes('name'))
  const start = Math.max(named, 0)
  const keys = keysOf(table[start] ?? [])
  if (table.every((row) => row.every((cell) => cell.trim() === '')))
    throw new Refusal('reach.file_empty', { field: 'file' })
  if (!keys.includes('name')) {
    const columns = words.vi.reach.columns[kind].name
    throw new Refusal('reach.columns_missing', { field: 'file', params: { columns } })
  }
  const rows = table
    .slice(start + 1)
    .map((row, i) => ({ line: start + i + 2, cells: cellsOf(row, keys) }))
    .filter((row) => Object.values(row.cells).some((text) => text !== ''))
  if (rows.length === 0) throw new Refusal('reach.file_empty', { field: 'file' })
  if (rows.length > mostRows)
    throw new Refusal('reach.file_too_long', { field: 'file', params: { most: mostRows } })
  return rows
}

/** NFC and without spaces around; of two columns of one name the first that says something. */
function cellsOf(
  row: readonly string[],
  keys: readonly (string | undefined)[],
): Record<string, string> {
  const cells: Record<string, string> = {}
  for (const [i, key] of keys.entries())
    if (key) cells[key] ||= (row[i] ?? '').normalize('NFC').replace(/\s+/g, ' ').trim()
  return cells
}
