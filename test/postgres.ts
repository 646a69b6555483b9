import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { startEmbeddedPostgres } from '#src/base/embedded.ts'
import { migrate } from '#src/base/migrate.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** The database that every test file clones: migrated, with the national data loaded. */
    template: string
  }
}

/** One real PostgreSQL for the whole run, thrown away afterwards: nothing in it needs to last. */
export default async function setup(project: TestProject) {
  const folder = mkdtempSync(join(tmpdir(), 'taicho-test-'))
  chmodSync(folder, 0o755)
  const server = await startEmbeddedPostgres({
    dataDir: folder,
    password: 'test',
    settings: [
      'fsync=off',
      'synchronous_commit=off',
      'full_page_writes=off',
      'max_connections=300',
    ],
  })
  await migrate(server.url, 'test')
  const template = server.url.replace(/\/taicho$/, '/template_office')
  const admin = new pg.Client({ connectionString: server.url.replace(/\/taicho$/, '/postgres') })
  await admin.connect()
  await admin.query('alter database taicho rename to template_office')
  await admin.end()
  project.provide('template', template)
  return async () => {
    await server.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}
