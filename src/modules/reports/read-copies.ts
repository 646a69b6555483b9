import { sql } from 'kysely'
import type { Ctx } from '#src/base/ctx.ts'
import type { Period } from './period.ts'
import type { CopyFigures } from './report.ts'

/**
 * Certified copies issued in the period, by what they are on. One that was annulled counts for nothing;
 * one that was revoked later was made and paid for.
 */
export async function readCopies(
  ctx: Pick<Ctx, 'db' | 'officeId'>,
  { from, to }: Period,
): Promise<CopyFigures[]> {
  const { rows } = await sql<CopyFigures>`
    select kind.medium, count(c.copy_id) as numbers, coalesce(sum(c.copies), 0) as copies,
           coalesce(sum(c.fee_vnd), 0) as "feeVnd"
      from unnest(array['electronic', 'paper']::certification.medium[]) as kind (medium)
      left join certification.copy_report c
             on c.medium = kind.medium and c.office_id = ${ctx.officeId}
            and c.issued_on between ${from} and ${to} and c.state in ('issued', 'revoked')
     group by kind.medium
     order by kind.medium::text
  `.execute(ctx.db)
  return rows
}
