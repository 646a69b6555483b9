import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Config } from '#src/base/config.ts'
import { appUrl, openDatabase, requireDatabase, type Database } from '#src/base/db.ts'
import { findRunningPostgres, startEmbeddedPostgres } from '#src/base/embedded.ts'
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
 *
 * `beside` joins a house that is already running on this data folder instead of refusing: for
 * commands that do one thing and stop.
 */
export async function openHouseDatabase(
  config: Config,
  options: { migrate?: boolean; beside?: boolean } = {},
): Promise<OpenDatabase> {
  const running = runningOn(config.dataDir)
  if (running && !options.beside) throw new StartError('already_running', `pid ${running}`)
  const unlock = running ? () => undefined : lock(config.dataDir)
  try {
    const secrets = readSecrets(config)
    const server = await reachServer(config, secrets, running !== undefined)
    try {
      await requireDatabase(server.url)
      if (options.migrate !== false) await bringUpToDate(server.url, secrets)
      const database = openDatabase(appUrl(server.url, secrets.appPassword))
      const close = async () => {
        await database.close()
        await server.stop()
        unlock()
      }
      return { ownerUrl: server.url, database, secrets, pids: server.pids, close }
    } catch (error) {
      await server.stop()
      throw error
    }
  } catch (error) {
    unlock()
    throw error
  }
}

type Server = { url: string; pids: number[]; stop: () => Promise<void> }

async function reachServer(config: Config, secrets: Secrets, running: boolean): Promise<Server> {
  const notOurs = { pids: [], stop: async () => undefined }
  if (config.databaseUrl) return { url: config.databaseUrl, ...notOurs }
  const { dataDir } = config
  const found = running && findRunningPostgres(dataDir, secrets.ownerPassword)
  if (found) return { url: found, ...notOurs }
  const server = await startEmbeddedPostgres({
    dataDir,
    password: secrets.ownerPassword,
    tell: (step) => step === 'create' && tell('create_cluster'),
  })
  return { url: server.url, pids: [server.pid], stop: server.stop }
}

async function bringUpToDate(ownerUrl: string, secrets: Secrets): Promise<void> {
  const { missing, unknown } = await compareMigrations(ownerUrl)
  if (unknown.length > 0) throw new StartError('database_newer', unknown.join(', '))
  if (missing.length > 0) tell('migrate', `(${missing.length})`)
  await migrate(ownerUrl, secrets.appPassword)
  await loadNationalData(ownerUrl)
}

const lockOf = (dataDir: string) => join(dataDir, 'taicho.pid')

/** The process that runs the house on this data folder; one that is gone does not count. */
export function runningOn(dataDir: string): number | undefined {
  try {
    if (!existsSync(lockOf(dataDir))) return undefined
    const pid = Number(readFileSync(lockOf(dataDir), 'utf8'))
    return pid !== process.pid && isTaicho(pid) ? pid : undefined
  } catch (error) {
    throw new StartError('data_dir', `${dataDir}: ${(error as Error).message}`)
  }
}

/** One house at a time on a data folder. */
function lock(dataDir: string): () => void {
  try {
    mkdirSync(dataDir, { recursive: true })
    writeFileSync(lockOf(dataDir), String(process.pid))
  } catch (error) {
    throw new StartError('data_dir', `${dataDir}: ${(error as Error).message}`)
  }
  return () => rmSync(lockOf(dataDir), { force: true })
}

function isTaicho(pid: number): boolean {
  try {
    process.kill(pid, 0)
    if (process.platform !== 'linux') return true
    return /taicho|main\.ts/.test(readFileSync(`/proc/${pid}/cmdline`, 'utf8'))
  } catch {
    return false
  }
}
