import { sql } from 'kysely'
import type { Ctx } from '#src/base/ctx.ts'
import type { Period } from './period.ts'
import type { HomeKind } from './report.ts'

export type HomeCount = {
  homeKind: HomeKind
  provinceCode: string | null
  provinceName: string | null
  communeCode: string | null
  communeName: string | null
  procedureCode: string
  requests: number
}

/** Requests of the period, counted by one thing at a time. */
export type Counts = {
  homes: HomeCount[]
  days: { receivedOn: Temporal.PlainDate; requests: number }[]
  serviceDays: { serviceDayId: string | null; requests: number }[]
  heard: { heard: string | null; requests: number }[]
}

type Row = HomeCount &
  Counts['days'][number] &
  Counts['serviceDays'][number] &
  Counts['heard'][number] & { by: keyof Counts }

/** Counts the requests received in the period by home, day, service day and hearing. */
export async function readCounts(
  ctx: Pick<Ctx, 'db' | 'officeId'>,
  { from, to }: Period,
): Promise<Counts> {
  // Materialized: over the view itself, row-level security would be asked once a row.
  const { rows } = await sql<Row>`
    with received as materialized (
      select home_kind, home_province_code, home_province_name, home_commune_code,
             home_commune_name, procedure_code, received_on, service_day_id, heard
        from requests.request_report
        left join (
          select request_id, heard from reach.request_heard_report
           where office_id = ${ctx.officeId} and received_on between ${from} and ${to}
        ) said using (request_id)
       where office_id = ${ctx.officeId} and received_on between ${from} and ${to}
    )
    select case when grouping(home_kind) = 0 then 'homes' when grouping(received_on) = 0 then 'days'
                when grouping(service_day_id) = 0 then 'serviceDays' else 'heard' end as by,
           home_kind as "homeKind",
           home_province_code as "provinceCode", home_province_name as "provinceName",
           home_commune_code as "communeCode", home_commune_name as "communeName",
           procedure_code as "procedureCode",
           received_on as "receivedOn", service_day_id as "serviceDayId", heard,
           count(*) as requests
      from received
     group by grouping sets (
       (home_kind, home_province_code, home_province_name, home_commune_code, home_commune_name,
        procedure_code),
       (received_on), (service_day_id), (heard))
  `.execute(ctx.db)
  const {
    homes = [],
    days = [],
    serviceDays = [],
    heard = [],
  } = Object.groupBy(rows, (row) => row.by)
  return { homes, days, serviceDays, heard }
}
