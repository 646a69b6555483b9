import { spawn } from 'node:child_process'
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  realpathSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import pg from 'pg'
import { readConfig, type Config } from '#src/base/config.ts'
import { words } from '#src/words/index.ts'
import { openHouseDatabase } from './open-database.ts'
import { tell } from './tell.ts'

/**
 * `taicho backup FILE.tar.gz`: everything of DATA_DIR in one file, also while the house is open.
 * It is PostgreSQL's own physical base backup: a slot keeps the log that was written meanwhile, so
 * the copy is whole whatever happens during it
 * (https://www.postgresql.org/docs/18/continuous-archiving.html#BACKUP-LOWLEVEL-BASE-BACKUP).
 *
 * The secret key goes into the file too: keep it as you would keep the papers themselves.
 */
export async function backup(args: string[]): Promise<number> {
  const config = readConfig()
  const said = words.vi.start.backup
  if (!args[0] || config.databaseUrl) {
    process.stderr.write(`${args[0] ? said.external : 'taicho backup FILE.tar.gz'}\n`)
    return 2
  }
  const target = resolve(args[0])
  if (existsSync(target)) {
    process.stderr.write(`✗ ${said.exists} ${target}\n`)
    return 1
  }
  tell('backup', target)
  const house = await openHouseDatabase(config, { beside: true })
  // Beside the target: /tmp may be small.
  const staging = mkdtempSync(join(dirname(target), '.taicho-backup-'))
  try {
    await copyCluster(house.ownerUrl, config, join(staging, 'postgres'))
    writeFileSync(
      join(staging, 'secrets.json'),
      JSON.stringify({ key: house.secrets.key.toString('hex') }),
      { mode: 0o600 },
    )
    // After the cluster, which names them: what was kept meanwhile is there too.
    const papers = join(config.dataDir, 'papers')
    mkdirSync(join(staging, 'papers'), { mode: 0o700 })
    if (existsSync(papers)) copyFiles(papers, join(staging, 'papers'))
    const part = join(staging, 'part')
    writeFileSync(part, '', { mode: 0o600 })
    await tar(['-czf', part, '-C', staging, 'postgres', 'papers', 'secrets.json'])
    renameSync(part, target)
  } finally {
    rmSync(staging, { recursive: true, force: true })
    await house.close()
  }
  process.stdout.write(`✓ ${target}\n`)
  return 0
}

async function copyCluster(ownerUrl: string, config: Config, copy: string): Promise<void> {
  const cluster = realpathSync(join(config.dataDir, 'postgres'))
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    await client.query("select pg_create_physical_replication_slot('taicho_backup', true, true)")
    await client.query("select pg_backup_start('taicho', fast => true)")
    copyFiles(cluster, copy, ['postmaster.pid', 'postmaster.opts', 'pg_wal', 'pg_replslot'])
    const { rows } = await client.query<{ labelfile: string }>(
      'select labelfile from pg_backup_stop(wait_for_archive => false)',
    )
    // Last: by now it holds all that was written since the copying began.
    copyFiles(join(cluster, 'pg_wal'), join(copy, 'pg_wal'))
    mkdirSync(join(copy, 'pg_replslot'))
    writeFileSync(join(copy, 'backup_label'), rows[0]!.labelfile)
  } finally {
    await client.end()
  }
}

/**
 * A file that the server removes meanwhile is none that the copy needs; what it adds or changes is in
 * the log.
 */
function copyFiles(from: string, to: string, except: string[] = []): void {
  mkdirSync(to, { recursive: true, mode: 0o700 })
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const source = join(from, entry.name)
    const target = join(to, entry.name)
    if (except.includes(entry.name)) continue
    if (entry.isDirectory()) copyFiles(source, target)
    else ignoringGone(() => copyFileSync(source, target))
  }
}

function ignoringGone(work: () => void): void {
  try {
    work()
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
  }
}

/** Packs or unpacks with the system's tar, and fails with what it said. */
export async function tar(args: string[]): Promise<void> {
  const child = spawn('tar', args, { stdio: ['ignore', 'inherit', 'inherit'] })
  const code = await new Promise((done, fail) => child.once('exit', done).once('error', fail))
  if (code !== 0) throw new Error(`tar ${args.join(' ')}: ${String(code)}`)
}
