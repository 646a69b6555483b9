import { sql } from 'kysely'
import type { Ctx } from '#src/base/ctx.ts'
import type { Measures } from './counted.ts'
import type { Period } from './period.ts'
import type { Coming, HomeKind, Outcome } from './report.ts'

/** The smallest pile of the article's table, with all that is counted of it. */
export type Case = Measures & {
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

/**
 * Counts the requests received in the period by procedure × authority × home × way of coming ×
 * outcome; everything that a report says of its requests is added up from these. `today` decides
 * what is overdue.
 */
export async function readCases(
  ctx: Pick<Ctx, 'db' | 'officeId'>,
  { from, to }: Period,
  today: Temporal.PlainDate,
): Promise<Case[]> {
  // Materialized, so that each request's supplements, extensions and VNeID steps, which the view
  // looks up, are looked up once and not in every count.
  const { rows } = await sql<Case>`
    with received as materialized (
      select procedure_code, procedure_name, procedure_name_en,
             authority_key, authority_name, authority_name_en, home_kind, came, outcome,
             channel, status, on_time, first_time_right, by_proxy, vneid_helped, extended, rated,
             reopened, trips_saved, km_saved,
             -- The view rounds hours to two decimals, which still tells the minute.
             round(hours_saved * 60)::int as minutes_saved,
             status in (1, 2, 4, 5, 6) and due_on < ${today} as overdue
        from requests.request_report
       where office_id = ${ctx.officeId} and received_on between ${from} and ${to}
    )
    select procedure_code as "procedureCode",
           any_value(procedure_name) as "procedureName",
           any_value(procedure_name_en) as "procedureNameEn",
           authority_key as "authorityKey", authority_name as "authorityName",
           any_value(authority_name_en) as "authorityNameEn",
           home_kind as "homeKind", came, outcome,
           count(*) as requests,
           count(status) as filed,
           count(*) filter (where channel = 'online') as "filedOnline",
           count(*) filter (where outcome in ('result_waiting', 'handed_over')) as finished,
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
           count(*) filter (where overdue) as overdue,
           sum(trips_saved) as "tripsSaved",
           sum(km_saved) as "kmSaved",
           sum(minutes_saved) as "minutesSaved"
      from received
     group by procedure_code, authority_key, authority_name, home_kind, came, outcome
  `.execute(ctx.db)
  return rows
}
