import { Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'
import type { DB } from '#src/base/database.generated.ts'
import { loadCatalogue } from '#src/modules/catalogue/index.ts'
import { loadPlaces } from '#src/modules/places/index.ts'
import { tell } from './tell.ts'

/** Works as the owner of the database, who alone may write what is national. */
export async function asOwner<T>(
  ownerUrl: string,
  work: (db: Kysely<DB>) => Promise<T>,
): Promise<T> {
  const pool = new pg.Pool({ connectionString: ownerUrl, max: 2 })
  pool.on('error', () => undefined)
  const db = new Kysely<DB>({ dialect: new PostgresDialect({ pool }) })
  try {
    return await work(db)
  } finally {
    await db.destroy()
  }
}

/** Places, then the procedures that ship with the program; nothing when they are loaded already. */
export async function loadNationalData(ownerUrl: string): Promise<void> {
  await asOwner(ownerUrl, async (db) => {
    const loaded = await db.selectFrom('places.dataset').select('version').executeTakeFirst()
    if (!loaded) tell('national')
    await loadPlaces(ownerUrl)
    await loadCatalogue(db)
  })
}
