import type { Ctx } from '#src/base/ctx.ts'
import { Refusal } from '#src/base/refusal.ts'
import { vietnamDay } from '#src/base/vietnam-day.ts'
import {
  findOpenServiceDay,
  getServiceDay,
  listProgrammes,
  requireOpenServiceDay,
} from '#src/modules/service-days/index.ts'

/**
 * The service day that a request belongs to. Today it must be open; what was written on paper first
 * may name its day later. Refuses a day of another date, one that was not held, and a date before the
 * office's first programme.
 */
export async function chooseServiceDay(
  ctx: Ctx,
  wanted: string | null | undefined,
  on: Temporal.PlainDate,
): Promise<string | null> {
  const today = on.equals(vietnamDay(ctx.now))
  if (typeof wanted === 'string') {
    const day = await getServiceDay(ctx, { serviceDayId: wanted })
    if (!day.date.equals(on))
      throw new Refusal('requests.service_day_of_another_date', { field: 'serviceDayId' })
    if (today) await requireOpenServiceDay(ctx, wanted)
    else if (day.openedAt === null)
      throw new Refusal('service_days.not_open', { field: 'serviceDayId' })
    return wanted
  }
  if (!today) await requireAfterBeginning(ctx, on)
  if (wanted === null || !today) return null
  return (await findOpenServiceDay(ctx))?.id ?? null
}

async function requireAfterBeginning(ctx: Ctx, on: Temporal.PlainDate): Promise<void> {
  const beginnings = (await listProgrammes(ctx)).map((it) => it.validFrom)
  const early = beginnings.every((from) => Temporal.PlainDate.compare(on, from) < 0)
  if (beginnings.length > 0 && early)
    throw new Refusal('requests.date_before_programme', { field: 'receivedAt' })
}
