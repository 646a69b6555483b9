// Writes src/base/database.generated.ts from the migrations: starts a throw-away PostgreSQL,
// migrates it, and reads the tables back. `--check` only says whether the file is current.
import { spawnSync } from 'node:child_process'
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startEmbeddedPostgres } from '../src/base/embedded.ts'
import { migrate } from '../src/base/migrate.ts'

const folder = mkdtempSync(join(tmpdir(), 'taicho-types-'))
// The server runs as an ordinary user when this runs as root.
chmodSync(folder, 0o755)
const server = await startEmbeddedPostgres({
  dataDir: folder,
  password: 'types',
  settings: ['fsync=off'],
})
const target = 'src/base/database.generated.ts'
try {
  await migrate(server.url, 'types')
  const out = join(folder, 'generated.ts')
  const done = spawnSync(
    'node_modules/.bin/kysely-codegen',
    [
      ...['--dialect', 'postgres', '--url', server.url, '--out-file', out],
      ...[
        '--exclude-pattern',
        '{pgboss.*,taicho.*}',
        '--date-parser',
        'string',
        '--numeric-parser',
        'number',
      ],
      ...[
        '--type-mapping',
        JSON.stringify({ date: 'Temporal.PlainDate', int8: 'number', timestamptz: 'Date' }),
      ],
      '--log-level',
      'warn',
    ],
    { stdio: 'inherit' },
  )
  if (done.status !== 0) throw new Error('kysely-codegen failed')
  const made = readFileSync(out, 'utf8')
  const stands = (() => {
    try {
      return readFileSync(target, 'utf8')
    } catch {
      return ''
    }
  })()
  if (process.argv.includes('--check')) {
    if (made !== stands) {
      console.error(`${target} is not what the migrations say: npm run db:types`)
      process.exitCode = 1
    }
  } else if (made !== stands) writeFileSync(target, made)
} finally {
  await server.stop()
  rmSync(folder, { recursive: true, force: true })
}
