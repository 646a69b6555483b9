import type { Config } from '#src/base/config.ts'
import { appUrl, openDatabase, requireDatabase, type Database } from '#src/base/db.ts'
import { findRunningPostgres, startEmbeddedPostgres } from '#src/base/embedded.ts'
import { readSecrets, type Secrets } from '#src/base/secrets.ts'
import { StartError } from '#src/base/start-error.ts'
import { bringUpToDate } from './bring-up-to-date.ts'
import { lockDataDir, runningOn } from './data-dir-lock.ts'
import { tell } from './tell.ts'

export type OpenDatabase = {
  ownerUrl: string
  database: Database
  secrets: Secrets
  /** Resolves, with the reason, when the bundled server ends without having been told to. */
  lost: Promise<string>
  /** Stops the bundled server whatever it is at; what is under way fails. */
  abandon: () => void
  close: () => Promise<void>
}

type Options = {
  /** Joins a house that runs on this data folder already: for commands that do one thing and stop. */
  beside?: boolean
  /** `false` looks only, and leaves the database at the version it is of. */
  migrate?: boolean
  /** Aborted while the database is being opened, it stops opening it and throws. */
  signal?: AbortSignal
}

/**
 * Reaches the database of this installation, brought to this version and with the national data
 * loaded: the embedded PostgreSQL under DATA_DIR, or the one of DATABASE_URL. Each thing that can
 * be wrong is a StartError.
 */
export async function openHouseDatabase(
  config: Config,
  options: Options = {},
): Promise<OpenDatabase> {
  const running = options.beside && runningOn(config.dataDir) !== undefined
  const unlock = running ? () => undefined : lockDataDir(config.dataDir)
  try {
    const secrets = readSecrets(config)
    const server = await reachServer(config, secrets, running === true)
    const abandon = () => void server.stop()
    options.signal?.addEventListener('abort', abandon)
    try {
      await requireDatabase(server.url)
      if (options.migrate !== false) await bringUpToDate(server.url, secrets.appPassword)
      const database = openDatabase(appUrl(server.url, secrets.appPassword))
      const close = async () => {
        await database.close()
        await server.stop()
        unlock()
      }
      return { ownerUrl: server.url, database, secrets, lost: server.lost, abandon, close }
    } catch (error) {
      await server.stop()
      throw error
    } finally {
      options.signal?.removeEventListener('abort', abandon)
    }
  } catch (error) {
    unlock()
    throw error
  }
}

type Server = { url: string; lost: Promise<string>; stop: () => Promise<void> }

async function reachServer(config: Config, secrets: Secrets, running: boolean): Promise<Server> {
  const notOurs = { lost: Promise.withResolvers<string>().promise, stop: async () => undefined }
  if (config.databaseUrl) return { url: config.databaseUrl, ...notOurs }
  const { dataDir } = config
  const found = running && findRunningPostgres(dataDir, secrets.ownerPassword)
  if (found) return { url: found, ...notOurs }
  if (running) throw new StartError('database_down', `${dataDir}/postgres`)
  return startEmbeddedPostgres({
    dataDir,
    password: secrets.ownerPassword,
    tell: (step) => step !== 'start' && tell(step === 'create' ? 'create_cluster' : 'recover'),
  })
}
