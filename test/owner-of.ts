import pg from 'pg'
import { readConfig } from '#src/base/config.ts'
import { findRunningPostgres } from '#src/base/embedded.ts'
import { readSecrets } from '#src/base/secrets.ts'

/** A connection as the owner to the database that runs on this data folder. */
export async function ownerOf(dataDir: string): Promise<pg.Client> {
  const { ownerPassword } = readSecrets(readConfig({ DATA_DIR: dataDir }))
  const url = findRunningPostgres(dataDir, ownerPassword)
  if (!url) throw new Error(`no PostgreSQL runs on ${dataDir}`)
  const client = new pg.Client({ connectionString: url })
  // The house closes its database while we are still there.
  client.on('error', () => undefined)
  await client.connect()
  return client
}
