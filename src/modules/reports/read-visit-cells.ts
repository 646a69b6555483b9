import { sql } from 'kysely'
import type { Ctx } from '#src/base/ctx.ts'
import type { Period } from './period.ts'

/** The visits of one hour, need, day, month or way of coming; or all of them. */
export type VisitCell = {
  by: 'all' | 'hour' | 'need' | 'day' | 'month' | 'booked'
  hour: number | null
  /** A procedure's code, '' for several, null for none said. */
  need: string | null
  serviceDayId: string | null
  date: Temporal.PlainDate | null
  month: Temporal.PlainDate | null
  isBooked: boolean | null
  visits: number
  booked: number
  served: number
  absent: number
  gaveUp: number
  sentElsewhere: number
  waitedCount: number
  waitedMedian: number | null
  waitedNinetieth: number | null
  serviceCount: number
  serviceMedian: number | null
  serviceNinetieth: number | null
  meanService: number | null
  counters: number
}

/** Counts the visits of the period, once for each way of putting them together. */
export async function readVisitCells(
  ctx: Pick<Ctx, 'db' | 'officeId'>,
  { from, to }: Period,
): Promise<VisitCell[]> {
  const { rows } = await sql<VisitCell>`
    with visit as materialized (
      select hour_taken as hour, service_day_id, date, date_trunc('month', date)::date as month,
             case when procedures > 1 then '' else first_procedure_code end as need,
             booked, outcome, waited_seconds, served_seconds, counter_number
        from queue.visit_report
       where office_id = ${ctx.officeId} and date between ${from} and ${to}
    )
    select case when grouping(hour) = 0 then 'hour' when grouping(need) = 0 then 'need'
                when grouping(service_day_id) = 0 then 'day' when grouping(month) = 0 then 'month'
                when grouping(booked) = 0 then 'booked' else 'all' end as by,
           hour, need, service_day_id as "serviceDayId", min(date) as date, month,
           booked as "isBooked",
           count(*) as visits,
           count(*) filter (where visit.booked) as booked,
           count(*) filter (where outcome = 'served') as served,
           count(*) filter (where outcome = 'absent') as absent,
           count(*) filter (where outcome = 'gave_up') as "gaveUp",
           count(*) filter (where outcome = 'sent_elsewhere') as "sentElsewhere",
           count(waited_seconds) as "waitedCount",
           percentile_disc(0.5) within group (order by waited_seconds) as "waitedMedian",
           percentile_disc(0.9) within group (order by waited_seconds) as "waitedNinetieth",
           count(served_seconds) as "serviceCount",
           percentile_disc(0.5) within group (order by served_seconds) as "serviceMedian",
           percentile_disc(0.9) within group (order by served_seconds) as "serviceNinetieth",
           avg(served_seconds)::float8 as "meanService",
           count(distinct counter_number) as counters
      from visit
     group by grouping sets ((), (hour), (need), (service_day_id), (month), (booked))
     order by visits desc, hour, need
  `.execute(ctx.db)
  return rows
}
