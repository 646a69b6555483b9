import { sql } from 'kysely'
import type { Ctx } from '#src/base/ctx.ts'

type Row = { code: string; vi: string | null; en: string | null }

/** What the law calls these procedures, by code. */
export async function readOfficialNames(
  ctx: Pick<Ctx, 'db'>,
  codes: readonly string[],
): Promise<Map<string, Row>> {
  const { rows } = await sql<Row>`
    select procedure_code as code, max(name_vi) as vi, max(name_en) as en
      from catalogue.procedure_version_report
     where procedure_code = any(${codes})
     group by procedure_code
  `.execute(ctx.db)
  return new Map(rows.map((row) => [row.code, row]))
}
