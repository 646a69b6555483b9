import { Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'
import type { DB } from './database.generated.ts'
import { openLive, type Live } from './live.ts'
import { StartError } from './start-error.ts'

declare global {
  // oxlint-disable-next-line no-namespace -- the only way to tell TypeScript of the method below
  namespace Temporal {
    interface PlainDate {
      toPostgres(): string
    }
  }
}

// A date column is a Temporal.PlainDate both ways; bigint counts are numbers; time stays a Date.
Temporal.PlainDate.prototype.toPostgres = function () {
  return this.toString()
}
pg.types.setTypeParser(pg.types.builtins.DATE, (text) => Temporal.PlainDate.from(text))
pg.types.setTypeParser(pg.types.builtins.INT8, Number)
pg.types.setTypeParser(pg.types.builtins.NUMERIC, Number)

type BoundClient = pg.PoolClient & { officeId?: string; prepares?: true }

/** One PostgreSQL, reached as the role that row-level security watches. */
export type Database = {
  /** Sees the rows of this office and the national ones; every other office's rows are hidden. */
  forOffice: (officeId: string) => Kysely<DB>
  /** Sees national rows only. */
  nation: Kysely<DB>
  pool: pg.Pool
  /** Hears what other processes and pages changed. */
  live: Live
  close: () => Promise<void>
}

/**
 * Opens a pool as `taicho_app`. Each connection carries the office it was last used for in the
 * setting `taicho.office_id`, which the policies of every tenant table read; taking a connection
 * for another office changes the setting first, so no query can run under a stranger's.
 */
export function openDatabase(url: string, options: { max?: number } = {}): Database {
  const pool = new pg.Pool({ connectionString: url, max: options.max ?? 8, idleTimeoutMillis: 0 })
  // A connection that dies while idle is replaced at the next use; that use reports the trouble.
  pool.on('error', () => undefined)
  const bound = new Map<string, Kysely<DB>>()

  const bind = (officeId: string) =>
    new Kysely<DB>({
      dialect: new PostgresDialect({
        pool: {
          connect: async () => {
            const client: BoundClient = await pool.connect()
            if (client.officeId !== officeId) {
              try {
                await client.query("select set_config('taicho.office_id', $1, false)", [officeId])
              } catch (error) {
                client.release(true)
                throw error
              }
              client.officeId = officeId
            }
            return preparing(client)
          },
          end: async () => undefined,
          options: pool.options,
        },
      }),
    })

  const live = openLive(url)
  return {
    forOffice: (officeId) => {
      const found = bound.get(officeId)
      if (found) return found
      const made = bind(officeId)
      bound.set(officeId, made)
      return made
    },
    nation: bind(''),
    pool,
    live,
    close: async () => {
      await live.close()
      await pool.end()
    },
  }
}

/** `select … from schema.function($1, …)`: what is inside has a plan of its own anyway. */
const call = /^select [\w*, ]+ from \w+\.\w+\(\s*\$1[\s,$\d]*\)/
const names = new Map<string, string>()

/** Calls of our own functions are parsed once a connection: they are few, and asked for most. */
function preparing(client: BoundClient): BoundClient {
  if (client.prepares) return client
  const query = client.query.bind(client) as (asked: unknown, ...rest: unknown[]) => unknown
  // The pool's own `query` hands a callback on after the values; without it nobody is answered.
  const ask = (asked: unknown, values?: unknown[], ...rest: unknown[]) => {
    const name =
      typeof asked === 'string' && Array.isArray(values) && values.length > 0
        ? nameOf(asked)
        : undefined
    return name === undefined
      ? query(asked, values, ...rest)
      : query({ name, text: asked, values }, ...rest)
  }
  return Object.assign(client, { query: ask, prepares: true as const })
}

function nameOf(text: string): string | undefined {
  if (!names.has(text) && call.test(text)) names.set(text, `call ${names.size}`)
  return names.get(text)
}

/** The same server and database, as the role that runs the program. */
export function appUrl(ownerUrl: string, password: string): string {
  const url = new URL(ownerUrl)
  url.username = 'taicho_app'
  url.password = password
  return url.href
}

/** Whether this address lets its user in: false before the database was ever set up for them. */
export async function canSignIn(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 })
  client.on('error', () => undefined)
  try {
    await client.connect()
    return true
  } catch {
    return false
  } finally {
    await client.end().catch(() => undefined)
  }
}

/** Connects once, to say in words what is wrong with a database rather than fail later. */
export async function requireDatabase(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 })
  client.on('error', () => undefined)
  try {
    await client.connect()
    const { rows } = await client.query<{ v: number }>(
      "select current_setting('server_version_num')::int as v",
    )
    const found = rows[0]?.v ?? 0
    if (found < 180_000)
      throw new StartError('database_old', `PostgreSQL ${Math.floor(found / 10_000)}`)
  } catch (error) {
    if (error instanceof StartError) throw error
    throw new StartError('database_down', (error as Error).message)
  } finally {
    await client.end().catch(() => undefined)
  }
}
