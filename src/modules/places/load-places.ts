import pg from 'pg'
import { shippedVersion } from './shipped.ts'
import { writePlaces } from './write-places.ts'

/**
 * Brings the places that ship with the program into the database, as its owner, in one transaction.
 * When they are there already it asks one question and leaves. Two processes that start at once
 * take turns.
 *
 * @returns whether anything had to be loaded
 */
export async function loadPlaces(ownerUrl: string): Promise<boolean> {
  const version = shippedVersion()
  const client = new pg.Client({ connectionString: ownerUrl })
  client.on('error', () => undefined)
  await client.connect()
  try {
    if ((await loadedVersion(client)) === version) return false
    await client.query('begin')
    await client.query("select pg_advisory_xact_lock(hashtext('places.dataset'))")
    const first = (await loadedVersion(client)) !== version
    if (first) await writePlaces(client, version)
    await client.query('commit')
    if (first) await client.query('analyze places.commune, places.known_name')
    return first
  } finally {
    await client.end()
  }
}

async function loadedVersion(client: pg.Client): Promise<string | undefined> {
  const { rows } = await client.query<{ version: string }>('select version from places.dataset')
  return rows[0]?.version
}
