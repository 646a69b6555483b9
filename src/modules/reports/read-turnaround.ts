import { sql } from 'kysely'
import type { Ctx } from '#src/base/ctx.ts'
import type { Period } from './period.ts'
import type { Turnaround } from './report.ts'

/** How many days the results of the period's requests took: half of them, and nine in ten. */
export async function readTurnaround(
  ctx: Pick<Ctx, 'db' | 'officeId'>,
  { from, to }: Period,
): Promise<Turnaround> {
  const { rows } = await sql<Turnaround>`
    select count(*) as results,
           percentile_disc(0.5) within group (order by result_on - filed_on) as "medianDays",
           percentile_disc(0.9) within group (order by result_on - filed_on) as "ninetiethDays"
      from requests.request_report
     where office_id = ${ctx.officeId} and received_on between ${from} and ${to}
       and status in (9, 10)
  `.execute(ctx.db)
  return rows[0]!
}
