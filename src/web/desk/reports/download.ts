import type { Context } from 'hono'
import { reportToCsv, reportToXlsx, type Period } from '#src/modules/reports/index.ts'
import type { Env } from '../../env.ts'
import { readPeriod } from './read-period.ts'
import { count, showReport } from './show-report.tsx'

const excel = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** The detailed table; a period that cannot be reported is answered by the page, which says why. */
export async function downloadCsv(c: Context<Env>) {
  const { period, filled } = await readPeriod(c)
  const { report } = await count(c, period, filled)
  if (!report) return showReport(c)
  return c.body(reportToCsv(report, c.var.lang), 200, {
    'content-type': 'text/csv; charset=utf-8',
    'content-disposition': attachment(nameOf(c, report.period), 'csv'),
  })
}

/** The whole report as a workbook. */
export async function downloadXlsx(c: Context<Env>) {
  const { period, filled } = await readPeriod(c)
  const { report } = await count(c, period, filled)
  if (!report) return showReport(c)
  const workbook = await reportToXlsx(report, c.var.lang)
  return c.body(new Uint8Array(workbook), 200, {
    'content-type': excel,
    'content-disposition': attachment(nameOf(c, report.period), 'xlsx'),
  })
}

function nameOf(c: Context<Env>, { from, to }: Period): string {
  return c.var.w.deskReports.report.fileName({ from: from.toString(), to: to.toString() })
}

/**
 * RFC 6266: the name with its marks for every browser of today, encoded as RFC 8187 asks, and
 * before it one in plain letters for what knows no better.
 */
export function attachment(name: string, ending: string): string {
  const plain = name
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll('đ', 'd')
    .replaceAll('Đ', 'D')
    .replaceAll(/[^A-Za-z0-9 ._-]/g, '')
  const encoded = encodeURIComponent(name).replaceAll(
    /['()*]/g,
    (it) => `%${it.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  return `attachment; filename="${plain}.${ending}"; filename*=UTF-8''${encoded}.${ending}`
}
