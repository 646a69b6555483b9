import type { Context } from 'hono'
import { readPicture, type Span } from '#src/modules/reach/index.ts'
import { toCsv, toXlsx } from '#src/modules/reports/index.ts'
import type { Env } from '../../env.ts'
import { attachment } from '../reports/download.ts'
import { pictureSheets } from './picture-sheets.ts'
import { readSpan } from './read-span.ts'
import { showPicture } from './show-picture.tsx'

const excel = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** The table of hamlets; days that are none are answered by the page, which says so. */
export async function downloadPictureCsv(c: Context<Env>) {
  const { span, filled } = readSpan(c)
  if (Object.keys(filled.errors).length > 0) return showPicture(c)
  const [hamlets] = pictureSheets(await readPicture(c.var.ctx, span), c.var.w)
  return c.body(toCsv(hamlets!), 200, {
    'content-type': 'text/csv; charset=utf-8',
    'content-disposition': attachment(nameOf(c, span), 'csv'),
  })
}

/** Hamlets, channels and businesses as a workbook. */
export async function downloadPictureXlsx(c: Context<Env>) {
  const { span, filled } = readSpan(c)
  if (Object.keys(filled.errors).length > 0) return showPicture(c)
  const file = await toXlsx(pictureSheets(await readPicture(c.var.ctx, span), c.var.w))
  return c.body(new Uint8Array(file), 200, {
    'content-type': excel,
    'content-disposition': attachment(nameOf(c, span), 'xlsx'),
  })
}

function nameOf(c: Context<Env>, { from, to }: Span): string {
  return c.var.w.deskReach.picture.fileName({ from: from.toString(), to: to.toString() })
}
