import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { Kysely, PostgresDialect, sql } from 'kysely'
import { Migrator, type Migration } from 'kysely/migration'
import pg from 'pg'
import { rootDir } from './root-dir.ts'
import { StartError } from './start-error.ts'

/** Every `migrations/NNNN_what_it_does.sql`, in order. */
function readMigrations(): Record<string, Migration> {
  const folder = join(rootDir, 'migrations')
  const files = readdirSync(folder).filter((file) => file.endsWith('.sql'))
  return Object.fromEntries(
    files.sort().map((file) => {
      const text = readFileSync(join(folder, file), 'utf8')
      return [
        file.replace(/\.sql$/, ''),
        { up: async (db) => void (await sql.raw(text).execute(db)) },
      ]
    }),
  )
}

/**
 * Brings the database to this version, as its owner, in one transaction: cut short at any moment,
 * it is as it was before. Two processes that start at once take turns.
 *
 * @param appPassword the password that `taicho_app`, the role that runs the program, shall have
 * @returns the names of the migrations that were applied now
 */
export async function migrate(ownerUrl: string, appPassword: string): Promise<string[]> {
  const pool = new pg.Pool({ connectionString: ownerUrl, max: 2 })
  pool.on('error', () => undefined)
  const db = new Kysely<unknown>({ dialect: new PostgresDialect({ pool }) })
  try {
    await ensureAppRole(db, appPassword)
    const migrator = new Migrator({
      db,
      provider: { getMigrations: async () => readMigrations() },
      migrationTableSchema: 'taicho',
      migrationTableName: 'migration',
      migrationLockTableName: 'migration_lock',
    })
    const { error, results = [] } = await migrator.migrateToLatest()
    if (error) throw asStartError(error, results.find((it) => it.status === 'Error')?.migrationName)
    return results.map((it) => it.migrationName)
  } finally {
    await db.destroy()
  }
}

/** Which migrations this program knows that the database lacks, and the other way round. */
export async function compareMigrations(
  ownerUrl: string,
): Promise<{ missing: string[]; unknown: string[] }> {
  const client = new pg.Client({ connectionString: ownerUrl })
  client.on('error', () => undefined)
  await client.connect()
  try {
    const { rows: tables } = await client.query(
      "select 1 from information_schema.tables where table_schema = 'taicho' and table_name = 'migration'",
    )
    const applied =
      tables.length === 0
        ? []
        : (await client.query<{ name: string }>('select name from taicho.migration')).rows.map(
            (row) => row.name,
          )
    const known = Object.keys(readMigrations())
    return {
      missing: known.filter((name) => !applied.includes(name)),
      unknown: applied.filter((name) => !known.includes(name)),
    }
  } finally {
    await client.end()
  }
}

async function ensureAppRole(db: Kysely<unknown>, password: string): Promise<void> {
  const secret = sql.raw(`'${password.replaceAll("'", "''")}'`)
  try {
    await db.transaction().execute(async (trx) => {
      // Roles belong to the whole server: two databases on it may be set up at the same moment.
      await sql`select pg_advisory_xact_lock(hashtext('taicho_app'))`.execute(trx)
      const { rows } = await sql`select 1 from pg_roles where rolname = 'taicho_app'`.execute(trx)
      if (rows.length === 0) await sql`create role taicho_app login password ${secret}`.execute(trx)
      else await sql`alter role taicho_app login password ${secret}`.execute(trx)
    })
  } catch (error) {
    throw asStartError(error)
  }
}

function asStartError(error: unknown, migration?: string): StartError {
  if (error instanceof StartError) return error
  const { message, code } = error as Error & { code?: string }
  if (message.startsWith('corrupted migrations')) return new StartError('database_newer', message)
  if (code === '42501') return new StartError('database_rights', message)
  return new StartError('migration_failed', [migration, message].filter(Boolean).join(': '))
}
