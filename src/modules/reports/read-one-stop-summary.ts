import { sql } from 'kysely'
import type { Ctx } from '#src/base/ctx.ts'
import type { OneStopSummary, SummaryCounts } from './one-stop-summary.ts'
import type { Period } from './period.ts'

type Row = {
  everything: boolean
  authorityKey: string | null
  name: string
  nameEn: string
  total: number
  carriedOver: number
  inPeriod: number
  online: number
  inPerson: number
  post: number
  finished: number
  early: number
  late: number
  inProgress: number
  inProgressOverdue: number
  paused: number
  pausedOverdue: number
  returned: number
}

/** Counts the dossiers that were with an authority during the period, by authority and in all. */
export async function readOneStopSummary(
  ctx: Pick<Ctx, 'db' | 'officeId'>,
  { from, to }: Period,
  today: Temporal.PlainDate,
): Promise<OneStopSummary> {
  const asOf = Temporal.PlainDate.compare(today, to) < 0 ? today : to
  const { rows } = await sql<Row>`
    with dossier as materialized (
      select authority_key, authority_name, authority_name_en, channel, status,
             on_time is distinct from false as in_time, filed_on, result_on, due_on
        from requests.request_report
       where office_id = ${ctx.officeId} and received_on <= ${to} and status is not null
    ), counted as (
      select *, filed_on >= ${from} as new, result_on < due_on as early, due_on < ${asOf} as overdue,
             case when result_on <= ${to} then 'finished' when status in (3, 7) then 'returned'
                  when status in (5, 6, 8) then 'paused' else 'in_progress' end as stands
        from dossier
       where filed_on <= ${to}
         and coalesce(result_on >= ${from}, filed_on >= ${from} or status not in (3, 7, 8))
    )
    select grouping(authority_name) = 1 as everything, authority_key as "authorityKey",
           authority_name as name, max(authority_name_en) as "nameEn",
           count(*) as total,
           count(*) filter (where not new) as "carriedOver",
           count(*) filter (where new) as "inPeriod",
           count(*) filter (where new and channel = 'online') as online,
           count(*) filter (where new and channel = 'in_person') as "inPerson",
           count(*) filter (where new and channel = 'post') as post,
           count(*) filter (where stands = 'finished') as finished,
           count(*) filter (where stands = 'finished' and in_time and early) as early,
           count(*) filter (where stands = 'finished' and not in_time) as late,
           count(*) filter (where stands = 'in_progress') as "inProgress",
           count(*) filter (where stands = 'in_progress' and overdue) as "inProgressOverdue",
           count(*) filter (where stands = 'paused') as paused,
           count(*) filter (where stands = 'paused' and overdue) as "pausedOverdue",
           count(*) filter (where stands = 'returned') as returned
      from counted
     group by grouping sets ((authority_key, authority_name), ())
     order by total desc, name
  `.execute(ctx.db)
  const byAuthority = rows.filter((row) => !row.everything)
  return {
    asOf,
    rows: byAuthority.map((row) =>
      Object.assign(countsOf(row), {
        key: row.authorityKey ? `${row.authorityKey} ${row.name}` : row.name,
        label: { vi: row.name, en: row.nameEn },
      }),
    ),
    total: countsOf(rows.find((row) => row.everything)!),
  }
}

function countsOf(row: Row): SummaryCounts {
  return {
    received: {
      total: row.total,
      carriedOver: row.carriedOver,
      inPeriod: {
        total: row.inPeriod,
        online: row.online,
        inPerson: row.inPerson,
        post: row.post,
      },
    },
    finished: {
      total: row.finished,
      early: row.early,
      onTime: row.finished - row.early - row.late,
      late: row.late,
    },
    inProgress: {
      total: row.inProgress,
      onTime: row.inProgress - row.inProgressOverdue,
      overdue: row.inProgressOverdue,
    },
    paused: {
      total: row.paused,
      onTime: row.paused - row.pausedOverdue,
      overdue: row.pausedOverdue,
    },
    returned: row.returned,
  }
}
