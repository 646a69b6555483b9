import { sql } from 'kysely'
import type { Ctx } from '#src/base/ctx.ts'
import type { Said } from '#src/modules/catalogue/index.ts'

export type ServiceDayFigures = {
  received: number
  filed: number
  handedOver: number
  byProxy: number
  tripsSaved: number
  kmSaved: number
  minutesSaved: number
  byProcedure: { code: string; name: Said; received: number }[]
}

/** What came of a service day, in numbers that may be public: nobody's name is in them. */
export async function readServiceDayFigures(
  ctx: Ctx,
  input: { serviceDayId: string },
): Promise<ServiceDayFigures> {
  const rows = await ctx.db
    .selectFrom('requests.request')
    .select(['procedure_code', 'procedure_name', 'procedure_name_en'])
    .select([
      sql<number>`count(*)`.as('received'),
      sql<number>`count(filed_at)`.as('filed'),
      sql<number>`count(handed_over_at)`.as('handed_over'),
      sql<number>`count(*) filter (where relation <> 'self')`.as('by_proxy'),
      sql<number>`sum(trips_saved)`.as('trips'),
      sql<number>`sum(km_saved)`.as('km'),
      sql<number>`sum(minutes_saved)`.as('minutes'),
    ])
    .where('office_id', '=', ctx.officeId)
    .where('service_day_id', '=', input.serviceDayId)
    .groupBy(['procedure_code', 'procedure_name', 'procedure_name_en'])
    .orderBy('received', 'desc')
    .orderBy('procedure_code')
    .execute()
  const sum = (of: (row: (typeof rows)[number]) => number) =>
    rows.reduce((total, row) => total + of(row), 0)
  return {
    received: sum((row) => row.received),
    filed: sum((row) => row.filed),
    handedOver: sum((row) => row.handed_over),
    byProxy: sum((row) => row.by_proxy),
    tripsSaved: sum((row) => row.trips),
    kmSaved: Math.round(sum((row) => row.km) * 10) / 10,
    minutesSaved: sum((row) => row.minutes),
    byProcedure: rows.map((row) => ({
      code: row.procedure_code,
      name: { vi: row.procedure_name, en: row.procedure_name_en },
      received: row.received,
    })),
  }
}
