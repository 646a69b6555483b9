import { appUrl, canSignIn } from '#src/base/db.ts'
import { compareMigrations, migrate } from '#src/base/migrate.ts'
import { StartError } from '#src/base/start-error.ts'
import { loadNationalData } from './load-national-data.ts'
import { tell } from './tell.ts'

/**
 * Brings the database to this version, with the national data of this version in it. Asks little and
 * changes nothing when it is there already, as at most starts.
 */
export async function bringUpToDate(ownerUrl: string, appPassword: string): Promise<void> {
  const [{ missing, unknown }, ready] = await Promise.all([
    compareMigrations(ownerUrl),
    canSignIn(appUrl(ownerUrl, appPassword)),
  ])
  if (unknown.length > 0) throw new StartError('database_newer', unknown.join(', '))
  if (missing.length > 0) tell('migrate', `(${missing.length})`)
  if (missing.length > 0 || !ready) await migrate(ownerUrl, appPassword)
  await loadNationalData(ownerUrl)
}
