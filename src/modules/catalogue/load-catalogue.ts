import { createHash } from 'node:crypto'
import { sql, type Kysely, type Transaction } from 'kysely'
import type { DB } from '#src/base/database.generated.ts'
import { indexSearch } from './index-search.ts'
import type { PackAuthority, PackProcedure, PackVersion } from './pack.ts'
import { hashFolder, readShipped, shippedFolder, type Shipped } from './shipped.ts'
import { writeAges } from './write-versions.ts'

/**
 * Brings the procedures that ship with the program into the database: authorities, procedures in all
 * their ages, older codes, the search. Nothing is done when the files are those loaded last; else
 * everything or nothing. A shipped procedure takes the place of an imported one of the same code.
 *
 * @param ownerDb the database as its owner: the program itself may only read the catalogue
 */
export async function loadCatalogue(
  ownerDb: Kysely<DB>,
  options: { folder?: string } = {},
): Promise<{ changed: boolean }> {
  const folder = options.folder ?? shippedFolder
  const hash = hashFolder(folder)
  if ((await loadedHash(ownerDb)) === hash) return { changed: false }
  const shipped = readShipped(folder)

  return ownerDb.transaction().execute(async (trx) => {
    await lockCatalogue(trx)
    if ((await loadedHash(trx)) === hash) return { changed: false }
    // A version and the age of its authority may move together.
    await sql`set constraints catalogue.version_authority_exists_all_the_while deferred`.execute(
      trx,
    )
    await loadAuthorities(trx, shipped.authorities)
    await loadProcedures(trx, shipped)
    await trx
      .insertInto('catalogue.loaded')
      .values({ what: 'shipped', hash })
      .onConflict((on) => on.column('what').doUpdateSet({ hash, at: sql`now()` }))
      .execute()
    await indexSearch(trx, folder)
    return { changed: true }
  })
}

/** Loading and importing take turns; the second waits for the first. */
export async function lockCatalogue(trx: Transaction<DB>): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended('catalogue', 0))`.execute(trx)
}

async function loadedHash(db: Kysely<DB>): Promise<string | undefined> {
  const row = await db
    .selectFrom('catalogue.loaded')
    .select('hash')
    .where('what', '=', 'shipped')
    .executeTakeFirst()
  return row?.hash
}

async function loadAuthorities(trx: Transaction<DB>, authorities: PackAuthority[]): Promise<void> {
  const existing = await trx
    .selectFrom('catalogue.authority')
    .select(['id', 'key', 'valid_from'])
    .orderBy('valid_from')
    .execute()
  for (const [key, ages] of Map.groupBy(authorities, (it) => it.key)) {
    const rows = existing.filter((row) => row.key === key)
    await writeAges(trx, 'catalogue.authority', rows, ages.map(authorityRow))
  }
}

async function loadProcedures(trx: Transaction<DB>, shipped: Shipped): Promise<void> {
  const existing = await trx
    .selectFrom('catalogue.procedure_version')
    .select(['id', 'procedure_code', 'valid_from'])
    .orderBy('valid_from')
    .execute()
  const ranks = new Map(shipped.popular.map((code, i) => [code, i + 1]))
  for (const it of shipped.procedures) {
    const row = {
      plain_name: JSON.stringify(it.plainName),
      purpose: JSON.stringify(it.purpose),
      spoken: it.spoken,
      rank: ranks.get(it.code) ?? null,
    }
    await trx
      .insertInto('catalogue.procedure')
      .values({ code: it.code, ...row })
      .onConflict((on) => on.column('code').doUpdateSet(row))
      .execute()
    const rows = existing.filter((version) => version.procedure_code === it.code)
    const versions = it.versions.map((version) => versionRow(it, version))
    await writeAges(trx, 'catalogue.procedure_version', rows, versions)
  }
  await trx.deleteFrom('catalogue.alias').execute()
  const aliases = shipped.procedures.flatMap((it) =>
    it.succeeds.map((old_code) => ({ old_code, code: it.code })),
  )
  if (aliases.length > 0) await trx.insertInto('catalogue.alias').values(aliases).execute()
}

function authorityRow(it: PackAuthority) {
  return {
    key: it.key,
    valid_from: it.validFrom,
    valid_to: it.validTo,
    name: JSON.stringify(it.name),
    level: it.level,
    seat: it.at,
    source: it.source,
  }
}

function versionRow(procedure: PackProcedure, it: PackVersion) {
  return {
    procedure_code: procedure.code,
    valid_from: it.validFrom,
    valid_to: it.validTo,
    origin: 'shipped',
    name: JSON.stringify(it.name),
    field: it.field,
    decision: it.decision,
    legal_basis: it.legalBasis,
    authority_key: it.authority,
    authority_text: null,
    channels: JSON.stringify(it.channels),
    papers: JSON.stringify(it.papers),
    questions: JSON.stringify(it.questions),
    proxy: JSON.stringify(it.proxy),
    proxy_when: JSON.stringify(it.proxyWhen),
    vneid_level: it.vneidLevel,
    upload_rule: it.uploadRule && JSON.stringify(it.uploadRule),
    portal_url: it.portalUrl,
    result: it.result && JSON.stringify(it.result),
    officer_asks: JSON.stringify(it.officerAsks),
    warnings: JSON.stringify(it.warnings),
    source: it.source,
    checked_on: it.checkedOn,
    content_hash: createHash('sha256').update(JSON.stringify(it)).digest('hex'),
  }
}
