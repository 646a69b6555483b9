import type { Ctx } from '#src/base/ctx.ts'
import { getOffice, readAgencyDistances } from '#src/modules/offices/index.ts'
import type { RequestRow } from './request.ts'
import { countSavings, type Savings, type Seat } from './savings.ts'

/** What this request has spared the person so far, by the distances of the day it was received. */
export async function readSavings(ctx: Ctx, request: RequestRow): Promise<Savings> {
  const office = await getOffice(ctx)
  const distances = await readAgencyDistances(ctx, { on: request.received_on })
  const seat = request.authority_seat as Seat | null
  return countSavings({
    authorities: seat
      ? [{ name: request.authority_name, nameEn: request.authority_name_en, seat }]
      : [],
    filed: request.filed_at ? request.channel : null,
    delivered: request.handed_over_at ? request.result_delivery : null,
    km: Object.fromEntries(Object.entries(distances).map(([at, it]) => [at, it.km])),
    speedKmh: office.roadSpeedKmh,
    minutesPerVisit: office.minutesPerVisit,
  })
}

/** Counts anew and keeps the sums, for reports. */
export async function keepSavings(ctx: Ctx, requestId: string): Promise<void> {
  const request = await ctx.db
    .selectFrom('requests.request')
    .selectAll()
    .where('office_id', '=', ctx.officeId)
    .where('id', '=', requestId)
    .executeTakeFirstOrThrow()
  const { trips, km, minutes } = await readSavings(ctx, request)
  await ctx.db
    .updateTable('requests.request')
    .set({ trips_saved: trips, km_saved: km, minutes_saved: minutes })
    .where('office_id', '=', ctx.officeId)
    .where('id', '=', requestId)
    .execute()
}
