import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync } from 'node:fs'
import { resolve } from 'node:path'
import pg from 'pg'
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
  if (existsSync(config.dataDir) && readdirSync(config.dataDir).length > 0) {
    process.stderr.write(`✗ ${said.notEmpty} ${config.dataDir}\n`)
    return 1
  }
  tell('restore', source)
  if (!holdsBackup(source)) {
    process.stderr.write(`✗ ${said.notOurs} ${source}\n`)
    return 1
  }
  mkdirSync(config.dataDir, { recursive: true })
  await tar(['-xzf', source, '-C', config.dataDir, '--no-same-owner'])
  const house = await openHouseDatabase(config)
  await holdDeliveries(house.ownerUrl)
  const { rows } = await house.database.pool.query('select count(*)::int as n from offices.office')
  await house.close()
  process.stdout.write(`✓ ${config.dataDir} (${rows[0].n} offices)\n`)
  return 0
}

/** What the backup shows as waiting may have gone out since: a person decides. */
async function holdDeliveries(ownerUrl: string): Promise<void> {
  const owner = new pg.Client({ connectionString: ownerUrl })
  await owner.connect()
  try {
    await owner.query('select deliveries.hold_after_restore()')
  } finally {
    await owner.end()
  }
}

function holdsBackup(file: string): boolean {
  const { stdout } = spawnSync('tar', ['-tzf', file], { encoding: 'utf8', maxBuffer: 2 ** 28 })
  const names = stdout.split('\n')
  return names.includes('postgres/backup_label') && names.includes('secrets.json')
}
