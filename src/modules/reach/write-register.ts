import type { Cell } from 'write-excel-file/node'
import type { Ctx } from '#src/base/ctx.ts'
import { requireRight } from '#src/base/right.ts'
import { words, type Lang } from '#src/words/index.ts'
import { listBusinesses } from './list-businesses.ts'
import { listHamletWays } from './list-hamlet-ways.ts'
import type { RegisterKind } from './register/register.ts'

/**
 * The register as an Excel file that can be filled in and imported again: the columns by their names
 * and what is kept already, but for phones, which stay as they are where a cell is empty.
 */
export async function writeRegister(
  ctx: Ctx,
  input: { kind: RegisterKind; lang: Lang },
): Promise<Buffer> {
  requireRight(ctx, 'offices.edit')
  const said = words[input.lang].reach
  const rows = input.kind === 'hamlets' ? await hamletRows(ctx, said) : await businessRows(ctx)
  const header = Object.values(said.columns[input.kind]).map((value) => ({
    value,
    type: String,
    fontWeight: 'bold' as const,
  }))
  const { default: writeExcelFile } = await import('write-excel-file/node')
  return writeExcelFile([
    {
      sheet: said.columns[input.kind].name,
      data: [header, ...rows.map((row) => row.map(cellOf))],
      columns: header.map(() => ({ width: 24 })),
      stickyRowsCount: 1,
    },
  ]).toBuffer()
}

type Value = string | number | null

async function hamletRows(ctx: Ctx, said: { yes: string; no: string }): Promise<Value[][]> {
  const hamlets = await listHamletWays(ctx)
  return hamlets.map((it) => [
    ...[it.name, it.households, it.hasLoudspeaker ? said.yes : said.no, it.headName, null],
  ])
}

async function businessRows(ctx: Ctx): Promise<Value[][]> {
  const [businesses, hamlets] = await Promise.all([
    listBusinesses(ctx, { inUse: true }),
    listHamletWays(ctx),
  ])
  const nameOf = new Map(hamlets.map((it) => [it.id, it.name]))
  return businesses.map((it) => [
    ...[it.name, it.workers, it.contactName, null, it.address],
    nameOf.get(it.hamletId ?? '') ?? null,
  ])
}

/** Text is never a formula, whatever it begins with; phones typed into it keep their noughts. */
function cellOf(value: Value): Cell {
  if (value === null || value === '') return null
  return typeof value === 'number' ? { value, type: Number } : { value, type: String, format: '@' }
}
