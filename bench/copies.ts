import { randomBytes } from 'node:crypto'
import { chmodSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { appUrl } from '#src/base/db.ts'
import { startEmbeddedPostgres } from '#src/base/embedded.ts'
import { migrate } from '#src/base/migrate.ts'
import { raceForCopies } from '#test/copy-race.ts'
import { procedures, writeNation } from '#test/nation.ts'
import { machine } from './setting/machine.ts'

/**
 * A thousand certified copies asked for, compared and approved at once by twenty officers, each a
 * process of its own on one durable PostgreSQL, twenty of them killed with SIGKILL on the way; then all
 * are signed by the official and sealed by the office. `gaps`, `twins` and `lost` must be 0.
 */
export default async function copies(): Promise<object> {
  const folder = mkdtempSync(join(tmpdir(), 'taicho-bench-'))
  // The bundled PostgreSQL runs as another user when we are root.
  chmodSync(folder, 0o755)
  const [dataDir, files] = [join(folder, 'data'), join(folder, 'files')]
  for (const it of [dataDir, files]) mkdirSync(it, { mode: 0o755 })
  const server = await startEmbeddedPostgres({
    ...{ dataDir, password: 'bench', settings: ['max_connections=200'] },
  })
  const owner = new pg.Pool({ connectionString: server.url, max: 1 })
  try {
    await migrate(server.url, 'bench')
    await writeNation(owner)
    const raced = await raceForCopies({
      ...{ copies: 1000, officers: 20, kills: 20, folder: files },
      ...{ url: appUrl(server.url, 'bench'), key: randomBytes(32).toString('hex') },
      ...{ procedureCode: procedures.certificate, at: '2026-11-20T01:30:00Z' },
    })
    return { ...machine(), ...raced }
  } finally {
    await owner.end()
    await server.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}
