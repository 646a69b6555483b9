import type { Context } from 'hono'
import {
  lineFiguresToCsv,
  lineFiguresToXlsx,
  type LineFigures,
} from '#src/modules/reports/index.ts'
import type { Env } from '../../env.ts'
import { attachment } from '../reports/download.ts'
import { countLine, showLineFigures } from './show-line-figures.tsx'

const excel = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** A line for each service day; a period that cannot be counted is answered by the page. */
export async function downloadLineCsv(c: Context<Env>) {
  const { figures } = await countLine(c)
  if (!figures) return showLineFigures(c)
  return c.body(lineFiguresToCsv(figures, c.var.lang), 200, {
    'content-type': 'text/csv; charset=utf-8',
    'content-disposition': attachment(nameOf(c, figures), 'csv'),
  })
}

/** Every table as a workbook. */
export async function downloadLineXlsx(c: Context<Env>) {
  const { figures } = await countLine(c)
  if (!figures) return showLineFigures(c)
  const workbook = await lineFiguresToXlsx(figures, c.var.lang)
  return c.body(new Uint8Array(workbook), 200, {
    'content-type': excel,
    'content-disposition': attachment(nameOf(c, figures), 'xlsx'),
  })
}

function nameOf(c: Context<Env>, { period }: LineFigures): string {
  const { from, to } = period
  return c.var.w.lineFigures.fileName({ from: from.toString(), to: to.toString() })
}
