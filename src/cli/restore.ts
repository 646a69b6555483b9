import { existsSync, mkdirSync, readdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { readConfig } from '#src/base/config.ts'
import { words } from '#src/words/index.ts'
import { tar } from './backup.ts'
import { openHouseDatabase } from './open-database.ts'
import { tell } from './tell.ts'

/**
 * `taicho restore FILE.tar.gz`: puts a backup into an empty DATA_DIR and opens it once to see that
 * it is whole. Never writes over data that is there.
 */
export async function restore(args: string[]): Promise<number> {
  const config = readConfig()
  const said = words.vi.start.backup
  const source = args[0] && resolve(args[0])
  if (!source || config.databaseUrl) {
    process.stderr.write(`${source ? said.external : 'taicho restore FILE.tar.gz'}\n`)
    return 2
  }
  if (!existsSync(source)) {
    process.stderr.write(`✗ ${said.missing} ${source}\n`)
    return 1
  }
  mkdirSync(config.dataDir, { recursive: true })
  if (readdirSync(config.dataDir).length > 0) {
    process.stderr.write(`✗ ${said.notEmpty} ${config.dataDir}\n`)
    return 1
  }
  tell('restore', source)
  await tar(['-xzf', source, '-C', config.dataDir, '--no-same-owner'])
  if (!existsSync(join(config.dataDir, 'postgres', 'backup_label'))) {
    process.stderr.write(`✗ ${said.notOurs} ${source}\n`)
    return 1
  }
  const house = await openHouseDatabase(config)
  const { rows } = await house.database.pool.query('select count(*)::int as n from offices.office')
  await house.close()
  process.stdout.write(`✓ ${config.dataDir} (${rows[0].n} offices)\n`)
  return 0
}
