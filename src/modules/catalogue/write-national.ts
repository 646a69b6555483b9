import { sql, type Transaction } from 'kysely'
import type { DB } from '#src/base/database.generated.ts'
import type { ImportReport } from './import-report.ts'
import type { NationalProcedure } from './read-national-line.ts'

/**
 * Since when an imported procedure holds, which the list does not say: the day on which the districts
 * ended and every procedure got the bodies that the list names (Luật Tổ chức chính quyền địa phương 2025).
 */
const firstDay = Temporal.PlainDate.from('2025-07-01')

/** Brings some procedures of the list into the database, and counts in `report` what was done. */
export async function writeNational(
  trx: Transaction<DB>,
  batch: NationalProcedure[],
  asOf: Temporal.PlainDate,
  report: ImportReport,
): Promise<void> {
  if (batch.length === 0) return
  const codes = batch.map((it) => it.code)
  const standing = await trx
    .selectFrom('catalogue.procedure_version')
    .select(['id', 'procedure_code', 'origin', 'content_hash', 'valid_from', 'valid_to'])
    .where('procedure_code', 'in', codes)
    .orderBy('valid_from')
    .execute()
  // The newest version of each code; a shipped one in any age makes the procedure a shipped one.
  const newest = new Map(standing.map((row) => [row.procedure_code, row]))
  const shipped = new Set(
    standing.filter((row) => row.origin !== 'national').map((row) => row.procedure_code),
  )

  const fresh = batch.filter((good) => {
    if (shipped.has(good.code)) return false
    const row = newest.get(good.code)
    if (row?.content_hash === good.hash) report.unchanged += 1
    else if (row) report.changed += 1
    else report.added += 1
    return row?.content_hash !== good.hash
  })
  const replaced = fresh.flatMap((good) => newest.get(good.code) ?? [])
  const sameDay = replaced.filter((row) => Temporal.PlainDate.compare(row.valid_from, asOf) >= 0)
  const older = replaced.filter((row) => Temporal.PlainDate.compare(row.valid_from, asOf) < 0)
  if (older.length > 0)
    await trx
      .updateTable('catalogue.procedure_version')
      .set({ valid_to: asOf })
      .where(
        'id',
        'in',
        older.map((row) => row.id),
      )
      .execute()

  const again = new Map(sameDay.map((row) => [row.procedure_code, row.id]))
  const known = new Set(older.map((row) => row.procedure_code))
  if (fresh.length > 0) {
    await trx
      .insertInto('catalogue.procedure')
      .values(fresh.map((good) => ({ code: good.code })))
      .onConflict((on) => on.column('code').doNothing())
      .execute()
    const inserts = fresh.filter((good) => !again.has(good.code))
    if (inserts.length > 0)
      await trx
        .insertInto('catalogue.procedure_version')
        .values(
          inserts.map((good) => ({
            ...versionRow(good, asOf),
            valid_from: known.has(good.code) ? asOf : firstDay,
          })),
        )
        .execute()
    // Imported twice on one day: the day's version is what the last import says.
    for (const good of fresh) {
      const id = again.get(good.code)
      if (id === undefined) continue
      await trx
        .updateTable('catalogue.procedure_version')
        .set(versionRow(good, asOf))
        .where('id', '=', id)
        .execute()
    }
  }
  await enrichShipped(
    trx,
    batch.filter((good) => shipped.has(good.code)),
  )
  report.shipped += shipped.size
}

/** A shipped procedure takes from the list only what it does not say itself. */
async function enrichShipped(trx: Transaction<DB>, batch: NationalProcedure[]): Promise<void> {
  for (const { code, it } of batch) {
    await sql`update catalogue.procedure_version
                 set ministry = coalesce(ministry, ${it.ministry}),
                     levels = case when levels = '{}' then ${it.levels}::text[] else levels end,
                     subjects = case when subjects = '{}' then ${it.subjects}::text[] else subjects end
               where procedure_code = ${code} and valid_to is null
                 and (ministry is null or levels = '{}' or subjects = '{}')`.execute(trx)
  }
}

function versionRow({ code, hash, it }: NationalProcedure, asOf: Temporal.PlainDate) {
  return {
    procedure_code: code,
    origin: 'national',
    name: JSON.stringify(it.name),
    field: it.field,
    ministry: it.ministry,
    decision: it.decision,
    levels: it.levels,
    subjects: it.subjects,
    legal_basis: it.legalBasis,
    authority_text: it.authorityText,
    channels: JSON.stringify(it.channels),
    papers: JSON.stringify(it.papers),
    result: it.result && JSON.stringify(it.result),
    portal_url: it.portalUrl,
    source: 'Cổng Dịch vụ công quốc gia',
    checked_on: asOf,
    content_hash: hash,
  }
}
