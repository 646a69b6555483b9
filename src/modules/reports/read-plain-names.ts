import { sql } from 'kysely'
import type { Ctx } from '#src/base/ctx.ts'

type Row = { code: string; vi: string | null; en: string | null }

/** What people call these procedures, by code; short enough for a chart. */
export async function readPlainNames(
  ctx: Pick<Ctx, 'db'>,
  codes: readonly string[],
): Promise<Map<string, Row>> {
  const { rows } = await sql<Row>`
    select procedure_code as code, max(plain_name_vi) as vi, max(plain_name_en) as en
      from catalogue.procedure_version_report
     where procedure_code = any(${codes})
     group by procedure_code
  `.execute(ctx.db)
  return new Map(rows.map((row) => [row.code, row]))
}
