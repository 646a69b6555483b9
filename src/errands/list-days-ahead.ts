import type { Ctx } from '#src/base/ctx.ts'
import { vietnamDay } from '#src/base/vietnam-day.ts'
import { listServiceDays, type ServiceDay } from '#src/modules/service-days/index.ts'

/** No day is planned farther ahead. */
const farthest = 400

/** The days of a programme from today on that are planned still: those on which somebody may be booked. */
export async function listDaysAhead(ctx: Ctx, programmeId: string): Promise<ServiceDay[]> {
  const from = vietnamDay(ctx.now)
  const days = await listServiceDays(ctx, {
    ...{ from, to: from.add({ days: farthest }), programmeId },
  })
  return days.filter((day) => day.state === 'planned')
}
