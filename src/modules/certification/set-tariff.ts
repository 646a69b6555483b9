import { inTransaction, type Ctx } from '#src/base/ctx.ts'
import { refuseBreach } from '#src/base/refuse-breach.ts'
import { Refusal } from '#src/base/refusal.ts'
import { requireRight } from '#src/base/right.ts'
import { record } from '#src/modules/audit/index.ts'
import { officerOf } from './officer-of.ts'
import type { Tariff } from './tariff.ts'

/**
 * From a day on copies cost this, as the paper named in `source` says. Copies compared before keep
 * their fee. Refuses amounts below nothing, a missing source, and a second tariff of the same day.
 */
export async function setTariff(
  ctx: Ctx,
  input: Tariff & { validFrom: Temporal.PlainDate },
): Promise<void> {
  requireRight(ctx, 'offices.edit')
  const amounts = [input.firstPages, input.firstPageVnd, input.furtherPageVnd, input.mostVnd]
  if (!amounts.every((it) => Number.isInteger(it) && it >= 0 && it <= 10_000_000))
    throw new Refusal('certification.tariff_impossible', { field: 'firstPageVnd' })
  if (input.firstPages > 1000)
    throw new Refusal('certification.tariff_impossible', { field: 'firstPages' })
  return inTransaction(ctx, async (ctx) => {
    await refuseBreach(
      {
        tariff_has_a_source: ['certification.source_missing', { field: 'source' }],
        tariff_pkey: ['certification.tariff_day_taken', { field: 'validFrom' }],
      },
      () =>
        ctx.db
          .insertInto('certification.tariff')
          .values({
            office_id: ctx.officeId,
            valid_from: input.validFrom,
            first_pages: input.firstPages,
            first_page_vnd: input.firstPageVnd,
            further_page_vnd: input.furtherPageVnd,
            most_vnd: input.mostVnd,
            source: input.source.normalize('NFC').trim(),
            set_by: officerOf(ctx),
            set_at: ctx.now,
          })
          .execute(),
    )
    const validFrom = input.validFrom.toString()
    await record(ctx, 'certification.tariff_set', ctx.officeId, { validFrom })
  })
}
