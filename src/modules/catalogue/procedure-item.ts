import { sql, type Kysely } from 'kysely'
import type { DB } from '#src/base/database.generated.ts'
import type { ProcessingTime, Said } from './pack.ts'

/** A procedure as one line of a list. */
export type ProcedureItem = {
  code: string
  name: Said
  /** What people call it; the official name where nobody has given it another. */
  plainName: Said
  purpose: Said | null
  field: string
  authority: Said | null
  /** Of the first way of filing that is listed; null when it is not known. */
  time: ProcessingTime | null
  levels: string[]
  origin: 'shipped' | 'national' | 'office'
}

/**
 * Selects items over `v` (version) and `p` (procedure). The authority as it stands on `at` is looked
 * up for each item that is shown, after the limit; joined, it was looked up for all 2,600 first.
 */
export function itemOf(db: Kysely<DB>, at: Temporal.PlainDate) {
  return db
    .selectFrom('catalogue.procedure_version as v')
    .innerJoin('catalogue.procedure as p', 'p.code', 'v.procedure_code')
    .select([
      'p.code',
      'v.name',
      sql<Said>`coalesce(p.plain_name, v.name)`.as('plainName'),
      'p.purpose',
      'v.field',
      sql<Said | null>`coalesce(
        (select a.name from catalogue.authority a
          where a.key = v.authority_key and a.validity @> ${at}::date),
        case when v.authority_text is not null
          then jsonb_build_object('vi', v.authority_text, 'en', v.authority_text) end)`.as(
        'authority',
      ),
      sql<ProcessingTime | null>`nullif(v.channels -> 0 -> 'time', 'null')`.as('time'),
      'v.levels',
      'v.origin',
    ])
}
