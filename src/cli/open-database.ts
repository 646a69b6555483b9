import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Config } from '#src/base/config.ts'
import { appUrl, openDatabase, requireDatabase, type Database } from '#src/base/db.ts'
import { startEmbeddedPostgres } from '#src/base/embedded.ts'
import { compareMigrations, migrate } from '#src/base/migrate.ts'
import { readSecrets, type Secrets } from '#src/base/secrets.ts'
import { StartError } from '#src/base/start-error.ts'
import { loadNationalData } from './load-national-data.ts'
import { tell } from './tell.ts'

export type OpenDatabase = {
  ownerUrl: string
  database: Database
  secrets: Secrets
  /** Process ids that belong to the house besides this one. */
  pids: number[]
  close: () => Promise<void>
}

/**
 * Reaches the database of this installation, brought to this version and with the national data
 * loaded: the embedded PostgreSQL under DATA_DIR, or the one of DATABASE_URL. Each thing that can
 * be wrong is a StartError.
 */
export async function openHouseDatabase(
  config: Config,
  options: { migrate?: boolean } = {},
): Promise<OpenDatabase> {
  const unlock = lockDataDir(config.dataDir)
  try {
    const secrets = readSecrets(config)
    const server = config.databaseUrl
      ? undefined
      : await startEmbeddedPostgres({
          dataDir: config.dataDir,
          password: secrets.ownerPassword,
          tell: (step) => step === 'create' && tell('create_cluster'),
        })
    const ownerUrl = config.databaseUrl ?? server!.url
    try {
      await requireDatabase(ownerUrl)
      if (options.migrate !== false) await bringUpToDate(ownerUrl, secrets)
      const database = openDatabase(appUrl(ownerUrl, secrets.appPassword))
      const close = async () => {
        await database.close()
        await server?.stop()
        unlock()
      }
      return { ownerUrl, database, secrets, pids: server ? [server.pid] : [], close }
    } catch (error) {
      await server?.stop()
      throw error
    }
  } catch (error) {
    unlock()
    throw error
  }
}

async function bringUpToDate(ownerUrl: string, secrets: Secrets): Promise<void> {
  const { missing, unknown } = await compareMigrations(ownerUrl)
  if (unknown.length > 0) throw new StartError('database_newer', unknown.join(', '))
  if (missing.length > 0) tell('migrate', `(${missing.length})`)
  await migrate(ownerUrl, secrets.appPassword)
  await loadNationalData(ownerUrl)
}

/**
 * One program at a time on a data folder. The lock is the number of the process; one left by a
 * process that is gone does not count.
 */
function lockDataDir(dataDir: string): () => void {
  const path = join(dataDir, 'taicho.pid')
  try {
    mkdirSync(dataDir, { recursive: true })
    if (existsSync(path)) {
      const pid = Number(readFileSync(path, 'utf8'))
      if (pid !== process.pid && isTaicho(pid))
        throw new StartError('already_running', `pid ${pid}`)
    }
    writeFileSync(path, String(process.pid))
  } catch (error) {
    if (error instanceof StartError) throw error
    throw new StartError('data_dir', `${dataDir}: ${(error as Error).message}`)
  }
  return () => rmSync(path, { force: true })
}

function isTaicho(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return (
      process.platform !== 'linux' ||
      /taicho|main\.ts/.test(readFileSync(`/proc/${pid}/cmdline`, 'utf8'))
    )
  } catch {
    return false
  }
}
