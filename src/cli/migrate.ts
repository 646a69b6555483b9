import { readConfig } from '#src/base/config.ts'
import { openHouseDatabase } from './open-database.ts'

/** Brings the database to this version and stops: for whoever upgrades before opening the door. */
export async function migrateOnly(): Promise<number> {
  const house = await openHouseDatabase(readConfig())
  await house.close()
  process.stdout.write('✓ migrate\n')
  return 0
}
