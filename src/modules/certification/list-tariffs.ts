import type { Ctx } from '#src/base/ctx.ts'
import { shippedTariff, type Tariff } from './tariff.ts'

/** Every tariff of the office, the newest first; what ships comes last. */
export async function listTariffs(ctx: Pick<Ctx, 'db' | 'officeId'>): Promise<Tariff[]> {
  const rows = await ctx.db
    .selectFrom('certification.tariff')
    .selectAll()
    .where('office_id', '=', ctx.officeId)
    .orderBy('valid_from', 'desc')
    .execute()
  const own = rows.map((row) => ({
    validFrom: row.valid_from,
    firstPages: row.first_pages,
    firstPageVnd: row.first_page_vnd,
    furtherPageVnd: row.further_page_vnd,
    mostVnd: row.most_vnd,
    source: row.source,
  }))
  return [...own, shippedTariff]
}
