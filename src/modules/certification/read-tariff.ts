import type { Ctx } from '#src/base/ctx.ts'
import { vietnamDay } from '#src/base/vietnam-day.ts'
import { listTariffs } from './list-tariffs.ts'
import { shippedTariff, type Tariff } from './tariff.ts'

/** What copies cost on a day, today when left out: the office's newest by then, else what ships. */
export async function readTariff(
  ctx: Pick<Ctx, 'db' | 'officeId' | 'now'>,
  input: { on?: Temporal.PlainDate } = {},
): Promise<Tariff> {
  const on = input.on ?? vietnamDay(ctx.now)
  const own = await listTariffs(ctx)
  return (
    own.find((it) => it.validFrom && Temporal.PlainDate.compare(it.validFrom, on) <= 0) ??
    shippedTariff
  )
}
