import { createHash } from 'node:crypto'
import { Readable } from 'node:stream'
import { sql, type Kysely, type Transaction } from 'kysely'
import type { DB } from '#src/base/database.generated.ts'
import { dayOf } from './day-of.ts'
import { indexSearch } from './index-search.ts'
import { lockCatalogue } from './load-catalogue.ts'
import { NationalRow, readNationalRow } from './national-row.ts'
import { shippedFolder } from './shipped.ts'

/** Worded under `catalogue.importTroubles`. */
export type ImportTrouble =
  'not_json' | 'code_missing' | 'code_wrong' | 'name_missing' | 'field_wrong' | 'code_twice'

export type ImportReport = {
  /** Lines that held anything. */
  lines: number
  added: number
  changed: number
  unchanged: number
  /** Procedures that ship with the program: they keep their own version. */
  shipped: number
  rejected: { line: number; trouble: ImportTrouble; detail: string }[]
}

/**
 * Since when an imported procedure holds, which the list does not say: the day on which the districts
 * ended and every procedure got the bodies that the list names (Luật Tổ chức chính quyền địa phương 2025).
 */
const firstDay = Temporal.PlainDate.from('2025-07-01')

type Good = { line: number; code: string; hash: string; it: ReturnType<typeof readNationalRow> }

/**
 * Takes the national list of procedures, one JSON object a line, a batch at a time as the lines come.
 * What is as it was is left alone; what changed closes the version in force on `asOf` (today) and
 * opens a new one; lines that cannot be taken are reported, the good ones kept. All in one
 * transaction: cut short, the catalogue is as it was before.
 *
 * @param ownerDb the database as its owner: the program itself may only read the catalogue
 */
export async function importProcedures(
  ownerDb: Kysely<DB>,
  input: {
    lines: AsyncIterable<string> | Iterable<string>
    asOf?: Temporal.PlainDate
    onProgress?: (lines: number) => void
  },
): Promise<ImportReport> {
  // Asked for before anything is awaited: readline drops the lines that come while nobody listens.
  const lines = iteratorOf(input.lines)
  const asOf = input.asOf ?? dayOf(new Date())
  const report: ImportReport = {
    ...{ lines: 0, added: 0, changed: 0, unchanged: 0, shipped: 0 },
    rejected: [],
  }
  return ownerDb.transaction().execute(async (trx) => {
    await lockCatalogue(trx)
    const seen = new Map<string, number>()
    let batch: Good[] = []
    let line = 0
    for await (const text of lines) {
      line += 1
      if (text.trim() === '') continue
      report.lines += 1
      const good = readLine(text, line, seen, report)
      if (good) batch.push(good)
      if (batch.length === 200) {
        await writeBatch(trx, batch, asOf, report)
        batch = []
      }
      if (report.lines % 100 === 0) input.onProgress?.(report.lines)
    }
    await writeBatch(trx, batch, asOf, report)
    input.onProgress?.(report.lines)
    if (report.added + report.changed > 0) {
      await indexSearch(trx, shippedFolder)
      // Until PostgreSQL counts by itself, minutes later, it plans as if there were a handful.
      await sql`analyze catalogue.procedure, catalogue.procedure_version`.execute(trx)
    }
    return report
  })
}

function iteratorOf(lines: AsyncIterable<string> | Iterable<string>): AsyncIterable<string> {
  if (!(Symbol.asyncIterator in lines)) return Readable.from(lines)
  const iterator = lines[Symbol.asyncIterator]()
  return { [Symbol.asyncIterator]: () => iterator }
}

function readLine(
  text: string,
  line: number,
  seen: Map<string, number>,
  report: ImportReport,
): Good | null {
  const reject = (trouble: ImportTrouble, detail: string) => {
    report.rejected.push({ line, trouble, detail })
    return null
  }
  let raw: unknown
  try {
    raw = JSON.parse(text)
  } catch (error) {
    return reject('not_json', (error as Error).message)
  }
  const parsed = NationalRow.safeParse(raw)
  if (!parsed.success) {
    const [issue] = parsed.error.issues
    const place = issue!.path.join('.')
    const given = (raw as { code?: unknown } | null)?.code
    if (place === 'code' && (given === undefined || given === null || given === ''))
      return reject('code_missing', '')
    if (place === 'code') return reject('code_wrong', String(given))
    if (place === 'name') return reject('name_missing', String(given))
    return reject('field_wrong', `${place}: ${issue!.message}`)
  }
  const { code } = parsed.data
  const before = seen.get(code)
  if (before !== undefined) return reject('code_twice', `${code}, ${before}`)
  seen.set(code, line)
  const it = readNationalRow(parsed.data)
  const hash = createHash('sha256').update(JSON.stringify(it)).digest('hex')
  return { line, code, hash, it }
}

async function writeBatch(
  trx: Transaction<DB>,
  batch: Good[],
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
async function enrichShipped(trx: Transaction<DB>, batch: Good[]): Promise<void> {
  for (const { code, it } of batch) {
    await sql`update catalogue.procedure_version
                 set ministry = coalesce(ministry, ${it.ministry}),
                     levels = case when levels = '{}' then ${it.levels}::text[] else levels end,
                     subjects = case when subjects = '{}' then ${it.subjects}::text[] else subjects end
               where procedure_code = ${code} and valid_to is null
                 and (ministry is null or levels = '{}' or subjects = '{}')`.execute(trx)
  }
}

function versionRow({ code, hash, it }: Good, asOf: Temporal.PlainDate) {
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
