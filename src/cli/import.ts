import { createReadStream, existsSync, statSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { readConfig } from '#src/base/config.ts'
import { words } from '#src/words/index.ts'
import { importProcedures } from '#src/modules/catalogue/index.ts'
import { asOwner } from './load-national-data.ts'
import { openHouseDatabase } from './open-database.ts'
import { progress, tell } from './tell.ts'

/**
 * `taicho import procedures FILE`: takes the national list, one JSON object a line. Good lines are
 * taken; each that could not be is listed with its number and the reason, and then the exit code is 3.
 */
export async function importFile([what, file]: string[]): Promise<number> {
  if (what !== 'procedures' || !file) {
    process.stderr.write('taicho import procedures FILE.jsonl\n')
    return 2
  }
  if (!existsSync(file)) {
    process.stderr.write(`✗ ${words.vi.start.backup.missing} ${file}\n`)
    return 1
  }
  tell('import', file)
  const house = await openHouseDatabase(readConfig(), { beside: true })
  try {
    const bytes = createReadStream(file)
    const total = statSync(file).size
    const show = progress('')
    bytes.on('data', () => show(Math.min(bytes.bytesRead, total), total))
    const report = await asOwner(house.ownerUrl, (db) =>
      importProcedures(db, { lines: createInterface({ input: bytes, crlfDelay: Infinity }) }),
    )
    const said = words.vi.catalogue
    for (const { line, trouble, detail } of report.rejected) {
      process.stderr.write(`✗ ${line}: ${said.importTroubles[trouble]} ${detail}\n`)
    }
    process.stdout.write(`${said.imported(report)}\n`)
    return report.rejected.length > 0 ? 3 : 0
  } finally {
    await house.close()
  }
}
