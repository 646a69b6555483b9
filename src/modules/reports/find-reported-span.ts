import { sql } from 'kysely'
import type { Ctx } from '#src/base/ctx.ts'
import type { Period } from './period.ts'

/** The first and the last day on which the office received a request; null when there is none. */
export async function findReportedSpan(ctx: Pick<Ctx, 'db' | 'officeId'>): Promise<Period | null> {
  const { rows } = await sql<{ from: Temporal.PlainDate | null; to: Temporal.PlainDate | null }>`
    select min(received_on) as from, max(received_on) as to
      from requests.request_report
     where office_id = ${ctx.officeId}
  `.execute(ctx.db)
  const { from, to } = rows[0]!
  return from && to ? { from, to } : null
}
