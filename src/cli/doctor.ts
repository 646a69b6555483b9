import { existsSync, statfsSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { readConfig, type Config } from '#src/base/config.ts'
import { compareMigrations } from '#src/base/migrate.ts'
import { createSealer } from '#src/base/sealed.ts'
import { explainStart, StartError } from '#src/base/start-error.ts'
import { enterOffice } from '#src/base/world.ts'
import { words } from '#src/words/index.ts'
import { findBrokenLink } from '#src/modules/audit/index.ts'
import { readAccountHealth } from '#src/modules/deliveries/index.ts'
import { listOffices } from '#src/modules/offices/index.ts'
import { checkS3, StorageTrouble } from '#src/outside/storage/open-s3.ts'
import { runningOn } from './data-dir-lock.ts'
import { openHouseDatabase, type OpenDatabase } from './open-database.ts'

type Said = typeof words.vi.start.doctor
type Finding = { part: keyof Said; trouble?: string }

/**
 * `taicho doctor [--audit]`: examines the installation without changing it, one line a part, and
 * exits with 1 when something is not well. `--audit` recomputes every link of every office's trail.
 */
export async function doctor(args: string[]): Promise<number> {
  let well = true
  const say = ({ part, trouble }: Finding) => {
    const line = `${words.vi.start.doctor[part]}  (${words.en.start.doctor[part]})`
    process.stdout.write(trouble === undefined ? `✓ ${line}\n` : `✗ ${line}\n  → ${trouble}\n`)
    if (trouble !== undefined) well = false
  }
  try {
    const config = readConfig()
    say(examineNode())
    if (!config.databaseUrl && !existsSync(join(config.dataDir, 'postgres'))) {
      say({ part: 'data_dir', trouble: `${config.dataDir}: ${words.vi.start.doctor.empty}` })
      return 1
    }
    const house = await openHouseDatabase(config, { beside: true, migrate: false })
    try {
      say({ part: 'data_dir' })
      say(examineSpace(config))
      say(await examineStorage(config))
      say(await examinePort(config))
      say({ part: 'database' })
      const findings = await examineDatabase(house)
      for (const finding of findings) say(finding)
      // Of a database of another version nothing further can be read.
      if (findings.length > 1) for (const finding of await examineChannels(house)) say(finding)
      if (args.includes('--audit')) for (const finding of await examineTrails(house)) say(finding)
    } finally {
      await house.close()
    }
  } catch (error) {
    if (!(error instanceof StartError)) throw error
    process.stdout.write(`${explainStart(error)}\n`)
    return 1
  }
  if (well) process.stdout.write(`${words.vi.start.doctor.all_well}\n`)
  return well ? 0 : 1
}

function examineNode(): Finding {
  const major = Number(process.versions.node.split('.')[0])
  return major >= 26 ? { part: 'node' } : { part: 'node', trouble: `${process.version}: npm ci` }
}

function examineSpace(config: Config): Finding {
  const { bavail, bsize } = statfsSync(config.dataDir)
  const free = bavail * bsize
  if (free >= 2 ** 30) return { part: 'space' }
  return { part: 'space', trouble: `${Math.round(free / 2 ** 20)} MB` }
}

/** A folder is a part of DATA_DIR; a service of its own must answer and know the key. */
async function examineStorage({ s3 }: Config): Promise<Finding> {
  const trouble = s3 && (await checkS3(s3).then(() => undefined, troubleSaid))
  return trouble === undefined ? { part: 'storage' } : { part: 'storage', trouble }
}

function troubleSaid(error: unknown): string {
  if (error instanceof StorageTrouble) return error.message
  throw error
}

async function examinePort(config: Config): Promise<Finding> {
  if (runningOn(config.dataDir) !== undefined) return { part: 'port' }
  const probe = createServer()
  const trouble = await new Promise<string | undefined>((resolve) => {
    probe.once('error', (error) => resolve(error.message))
    probe.listen(config.port, config.host, () => probe.close(() => resolve(undefined)))
  })
  return trouble === undefined ? { part: 'port' } : { part: 'port', trouble }
}

async function examineDatabase({ ownerUrl, database }: OpenDatabase): Promise<Finding[]> {
  const { missing, unknown } = await compareMigrations(ownerUrl)
  const odd = [...missing.map((it) => `- ${it}`), ...unknown.map((it) => `+ ${it}`)].join(' ')
  if (odd) return [{ part: 'migrations', trouble: `${odd}: taicho migrate` }]

  const one = async <T>(statement: string) => (await database.pool.query(statement)).rows[0] as T
  const national = await one<{ communes: number; procedures: number }>(
    `select (select count(*)::int from places.commune where valid_to is null) as communes,
            (select count(*)::int from catalogue.procedure) as procedures`,
  )
  const open = await one<{ names: string | null }>(
    `select string_agg(c.oid::regclass::text, ', ') as names
       from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'office_id'
      where c.relkind = 'r' and not c.relrowsecurity and c.oid::regclass::text <> 'audit.chain'`,
  )
  const rights = await one<{ names: string | null }>(
    `select string_agg(privilege, ', ') as names
       from unnest(array['UPDATE', 'DELETE', 'TRUNCATE']) as privilege
      where has_table_privilege('taicho_app', 'audit.entry', privilege)`,
  )
  const loaded = national.communes > 3000 && national.procedures > 0
  return [
    { part: 'migrations' },
    loaded ? { part: 'national' } : { part: 'national', trouble: 'taicho migrate' },
    open.names ? { part: 'tenancy', trouble: open.names } : { part: 'tenancy' },
    rights.names ? { part: 'rights', trouble: rights.names } : { part: 'rights' },
  ]
}

/** Accounts at channels that do not send until their keeper has done something. */
async function examineChannels({ database, secrets }: OpenDatabase): Promise<Finding[]> {
  const closed: Finding[] = []
  const world = { database, sealer: createSealer(secrets.key), now: new Date() }
  for (const { id, slug } of await listOffices({ db: database.nation })) {
    const ctx = enterOffice(world, id, { kind: 'system', job: 'doctor' })
    for (const it of await readAccountHealth(ctx)) {
      const said = words.vi.deliveries.whys[it.trouble as keyof typeof words.vi.deliveries.whys]
      const trouble = `${slug}, ${it.name}: ${said.what} ${said.remedy} (${it.keptBy})`
      if (!it.stillWorks) closed.push({ part: 'channels', trouble })
    }
  }
  return closed.length > 0 ? closed : [{ part: 'channels' }]
}

async function examineTrails({ database }: OpenDatabase): Promise<Finding[]> {
  const broken: Finding[] = []
  for (const { id, slug } of await listOffices({ db: database.nation })) {
    const link = await findBrokenLink({ db: database.forOffice(id), officeId: id })
    const trouble = `${slug}: ${words.vi.start.doctor.broken} ${link}`
    if (link !== null) broken.push({ part: 'audit', trouble })
  }
  return broken.length > 0 ? broken : [{ part: 'audit' }]
}
