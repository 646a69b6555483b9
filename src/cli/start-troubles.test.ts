import { mkdirSync, writeFileSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import pg from 'pg'
import { startEmbeddedPostgres, type EmbeddedPostgres } from '#src/base/embedded.ts'
import type { StartTrouble } from '#src/base/start-error.ts'
import { words } from '#src/words/index.ts'
import { playOldPostgres } from '#test/old-postgres.ts'
import { freePort, until, useProgram, type Ended } from '#test/program.ts'

/** What keeps the house from opening is said in words, with what to do, and the program ends with 1. */
const program = useProgram()
let postgres: EmbeddedPostgres
vi.setConfig({ testTimeout: 60_000 })

beforeAll(async () => {
  const dataDir = program.dataDir('server')
  postgres = await startEmbeddedPostgres({ dataDir, password: 'x', settings: ['fsync=off'] })
})
afterAll(() => postgres?.stop())

/** Gives the exit code, once the words are right. */
function codeOf({ code, said }: Ended, trouble: StartTrouble, detail: string) {
  expect(said).toContain(`✗ ${words.vi.start.troubles[trouble]}\n`)
  expect(said).toContain(`  ${words.en.start.troubles[trouble]}\n`)
  expect(said).toContain(detail)
  expect(said).not.toContain('    at ')
  return code
}

/** An empty database of its own on the test's server, and the address that a start is given. */
async function emptyDatabase(name: string): Promise<{ DATABASE_URL: string; DATA_DIR: string }> {
  const admin = new pg.Client({ connectionString: postgres.url })
  await admin.connect()
  await admin.query(`create database ${name}`)
  await admin.end()
  const DATABASE_URL = postgres.url.replace(/\/taicho$/, `/${name}`)
  return { DATABASE_URL, DATA_DIR: program.dataDir(name) }
}

async function connected(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  return client
}

test('a port that another program uses', async () => {
  const other = createServer()
  await new Promise<void>((resolve) => other.listen(0, resolve))
  const PORT = String((other.address() as AddressInfo).port)
  const ended = await program.run(['serve'], { DATA_DIR: program.dataDir('port'), PORT })
  other.close()
  expect(codeOf(ended, 'port_in_use', `:${PORT} (EADDRINUSE)`)).toBe(1)
})

test('a data folder that is a file', async () => {
  const DATA_DIR = program.dataDir('file')
  writeFileSync(DATA_DIR, '')
  const ended = await program.run(['serve'], { DATA_DIR, PORT: '0' })
  expect(codeOf(ended, 'data_dir', DATA_DIR)).toBe(1)
})

test('a data folder where none can be', async () => {
  const ended = await program.run(['serve'], { DATA_DIR: '/proc/taicho', PORT: '0' })
  expect(codeOf(ended, 'data_dir', '/proc/taicho')).toBe(1)
})

test('a data folder that another PostgreSQL made', async () => {
  const DATA_DIR = program.dataDir('seventeen')
  mkdirSync(join(DATA_DIR, 'postgres'), { recursive: true })
  writeFileSync(join(DATA_DIR, 'postgres', 'PG_VERSION'), '17\n')
  const ended = await program.run(['serve'], { DATA_DIR, PORT: '0' })
  expect(codeOf(ended, 'database_cluster_old', '17')).toBe(1)
})

test.each([
  ['PORT', 'ba nghìn'],
  ['TAICHO_KEY', 'abc'],
  ['DATABASE_URL', 'mysql://localhost/taicho'],
  ['PUBLIC_URL', 'taicho'],
  ['PKCS11_LIBRARIES', 'libsofthsm2.so'],
  ['S3_URL', 'kho-tep'],
  ['S3_URL', 'https://s3.example.vn/'],
])('a setting that cannot be: %s=%s', async (name, value) => {
  const ended = await program.run(['serve'], { DATA_DIR: program.dataDir('set'), [name]: value })
  expect(codeOf(ended, 'config', `${name}: `)).toBe(1)
})

test('a storage of files without the key to it', async () => {
  const half = { S3_URL: 'https://s3.example.vn/taicho', S3_KEY_ID: 'TAICHO' }
  const ended = await program.run(['serve'], { DATA_DIR: program.dataDir('s3'), ...half })
  expect(codeOf(ended, 'config', 'S3_URL needs S3_KEY_ID and S3_SECRET')).toBe(1)
})

test('a database server that is down', async () => {
  const DATABASE_URL = `postgres://a:b@127.0.0.1:${await freePort()}/taicho`
  const ended = await program.run(['migrate'], { DATA_DIR: program.dataDir('down'), DATABASE_URL })
  expect(codeOf(ended, 'database_down', 'ECONNREFUSED')).toBe(1)
})

test('a database server that does not know the password', async () => {
  const DATABASE_URL = postgres.url.replace(':x@', ':wrong@')
  const ended = await program.run(['migrate'], { DATA_DIR: program.dataDir('pass'), DATABASE_URL })
  expect(codeOf(ended, 'database_down', 'password authentication failed')).toBe(1)
  expect(ended.said).not.toContain('wrong')
})

test('a database server of an older version', async () => {
  const old = await playOldPostgres(150_019)
  const DATABASE_URL = `postgres://a:b@127.0.0.1:${(old.address() as AddressInfo).port}/taicho`
  const ended = await program.run(['migrate'], { DATA_DIR: program.dataDir('old'), DATABASE_URL })
  old.close()
  expect(codeOf(ended, 'database_old', 'PostgreSQL 15')).toBe(1)
})

test('an account that may not make schemas', async () => {
  const env = await emptyDatabase('small_rights')
  const admin = await connected(env.DATABASE_URL)
  await admin.query("create role clerk login password 'x' createrole")
  await admin.end()
  const DATABASE_URL = env.DATABASE_URL.replace('taicho_owner', 'clerk')
  expect(
    codeOf(await program.run(['migrate'], { ...env, DATABASE_URL }), 'database_rights', ''),
  ).toBe(1)
})

test('a database of a newer version of the program', async () => {
  const env = await emptyDatabase('newer')
  expect(await program.run(['migrate'], env)).toMatchObject({ code: 0 })
  const owner = await connected(env.DATABASE_URL)
  await owner.query("insert into taicho.migration values ('9999_from_the_future', now()::text)")
  await owner.end()
  const ended = await program.run(['serve'], { ...env, PORT: '0' })
  expect(codeOf(ended, 'database_newer', '9999_from_the_future')).toBe(1)
})

test('an upgrade that fails leaves nothing, and goes through when the cause is gone', async () => {
  const env = await emptyDatabase('failing')
  const owner = await connected(env.DATABASE_URL)
  await owner.query('create schema places')
  expect(codeOf(await program.run(['migrate'], env), 'migration_failed', '0003_places')).toBe(1)
  expect(await schemas(owner)).not.toContain('audit')
  await owner.query('drop schema places')
  expect(await program.run(['migrate'], env)).toMatchObject({ code: 0 })
  expect(await schemas(owner)).toContain('audit')
  await owner.end()
})

test('an upgrade that was killed half-way leaves nothing, and the next start completes it', async () => {
  const env = await emptyDatabase('killed')
  const owner = await connected(env.DATABASE_URL)
  // Holds the name of a later module's schema, so that the upgrade waits in the midst of its work.
  await owner.query('begin; create schema requests')
  const { child, ended } = program.launch(['migrate'], env)
  const watcher = await connected(env.DATABASE_URL)
  await until(async () => {
    const { rows } = await watcher.query(
      "select 1 from pg_stat_activity where datname = 'killed' and wait_event_type = 'Lock'",
    )
    return rows.length > 0
  })
  child.kill('SIGKILL')
  await ended
  await owner.query('rollback')
  await until(async () => {
    const { rows } = await watcher.query(
      "select 1 from pg_stat_activity where datname = 'killed' and pid <> pg_backend_pid() and state <> 'idle'",
    )
    return rows.length === 0
  })
  expect(await schemas(watcher)).not.toContain('audit')
  expect(await program.run(['migrate'], env)).toMatchObject({ code: 0 })
  expect(await schemas(watcher)).toContain('requests')
  await owner.end()
  await watcher.end()
})

async function schemas(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>('select nspname as name from pg_namespace')
  return rows.map((row) => row.name)
}
