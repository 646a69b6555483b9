import { sql } from 'kysely'
import type { Ctx } from '#src/base/ctx.ts'
import type { Measures } from './counted.ts'
import type { Period } from './period.ts'
import type { Coming, HomeKind, Outcome } from './report.ts'

/** The smallest pile of the article's table. */
export type CaseCell = Measures & {
  procedureCode: string
  procedureName: string
  procedureNameEn: string
  authorityKey: string | null
  authorityName: string
  authorityNameEn: string
  homeKind: HomeKind
  came: Coming
  outcome: Outcome
}
export type HomeCell = Measures & {
  homeKind: HomeKind
  provinceCode: string | null
  provinceName: string | null
  communeCode: string | null
  communeName: string | null
  procedureCode: string
}
export type MonthCell = Measures & { month: Temporal.PlainDate }
export type DayCell = Measures & { serviceDayId: string | null }
export type HeardCell = Measures & { heard: string | null }

export type Cells = {
  cases: CaseCell[]
  homes: HomeCell[]
  months: MonthCell[]
  days: DayCell[]
  heard: HeardCell[]
}

type Row = CaseCell & HomeCell & MonthCell & DayCell & HeardCell & { pile: keyof Cells }

/**
 * Counts the requests received in the period, in the five ways that everything else is added up
 * from, in one statement. `today` decides what is overdue.
 */
export async function readCells(
  ctx: Pick<Ctx, 'db' | 'officeId'>,
  { from, to }: Period,
  today: Temporal.PlainDate,
): Promise<Cells> {
  const { rows } = await sql<Row>`
    with received as (
      select *, date_trunc('month', received_on::timestamp)::date as month
        from requests.request_report
       where office_id = ${ctx.officeId} and received_on between ${from} and ${to}
    )
    select case when grouping(came) = 0 then 'cases'
                when grouping(home_kind) = 0 then 'homes'
                when grouping(month) = 0 then 'months'
                when grouping(service_day_id) = 0 then 'days'
                else 'heard' end as pile,
           procedure_code as "procedureCode",
           max(procedure_name) as "procedureName", max(procedure_name_en) as "procedureNameEn",
           authority_key as "authorityKey", authority_name as "authorityName",
           max(authority_name_en) as "authorityNameEn",
           home_kind as "homeKind", came, outcome,
           home_province_code as "provinceCode", home_province_name as "provinceName",
           home_commune_code as "communeCode", home_commune_name as "communeName",
           month, service_day_id as "serviceDayId", heard,
           count(*) as requests,
           count(filed_on) as filed,
           count(*) filter (where channel = 'online') as "filedOnline",
           count(result_on) as finished,
           count(on_time) as "finishedWithDue",
           count(*) filter (where on_time) as "finishedOnTime",
           count(first_time_right) as judged,
           count(*) filter (where first_time_right) as "rightFirstTime",
           count(*) filter (where by_proxy) as "byProxy",
           count(*) filter (where vneid_helped) as "vneidHelped",
           count(*) filter (where extended) as extended,
           count(*) filter (where rated) as rated,
           count(*) filter (where reopened) as reopened,
           count(*) filter (where outcome = 'in_progress' and status in (5, 6)) as "withPerson",
           count(*) filter (where outcome = 'in_progress' and due_on < ${today}) as overdue,
           sum(trips_saved)::int as "tripsSaved",
           sum(km_saved) as "kmSaved",
           -- The view rounds hours to two decimals, which still tells the minute.
           sum(round(hours_saved * 60))::int as "minutesSaved"
      from received
     group by grouping sets (
       (procedure_code, authority_key, authority_name, home_kind, came, outcome),
       (home_kind, home_province_code, home_province_name, home_commune_code, home_commune_name,
        procedure_code),
       (month),
       (service_day_id),
       (heard))
  `.execute(ctx.db)
  const piles = Map.groupBy(rows, (row) => row.pile)
  return {
    cases: piles.get('cases') ?? [],
    homes: piles.get('homes') ?? [],
    months: piles.get('months') ?? [],
    days: piles.get('days') ?? [],
    heard: piles.get('heard') ?? [],
  }
}
