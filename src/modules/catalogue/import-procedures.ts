import { Readable } from 'node:stream'
import { sql, type Kysely } from 'kysely'
import type { DB } from '#src/base/database.generated.ts'
import { dayOf } from './day-of.ts'
import type { ImportReport } from './import-report.ts'
import { indexSearch } from './index-search.ts'
import { lockCatalogue } from './load-catalogue.ts'
import { readNationalLine, type NationalProcedure } from './read-national-line.ts'
import { shippedFolder } from './shipped.ts'
import { writeNational } from './write-national.ts'

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
    let batch: NationalProcedure[] = []
    let line = 0
    for await (const text of lines) {
      line += 1
      if (text.trim() === '') continue
      report.lines += 1
      const good = readNationalLine(text, line, seen, report)
      if (good) batch.push(good)
      if (batch.length === 200) {
        await writeNational(trx, batch, asOf, report)
        batch = []
      }
      if (report.lines % 100 === 0) input.onProgress?.(report.lines)
    }
    await writeNational(trx, batch, asOf, report)
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
