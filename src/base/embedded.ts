import { spawn } from 'node:child_process'
import { existsSync, openSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { createCluster, database, environment, findCluster, owner } from './embedded-cluster.ts'
import { findPrograms } from './embedded-programs.ts'
import { makeDataDir } from './make-data-dir.ts'
import { ordinaryUser } from './ordinary-user.ts'
import { StartError } from './start-error.ts'

/** The PostgreSQL that ships with the program, running as a child of this process. */
export type EmbeddedPostgres = {
  /** `postgres://…/taicho` as the owner of the database. */
  url: string
  /** Stops the server after the sessions under way are ended, and waits for it. */
  stop: () => Promise<void>
  /** Resolves, with the reason, when it ends without having been told to. */
  lost: Promise<string>
}

type Options = {
  dataDir: string
  password: string
  /** Called before each step that may take longer than a second. */
  tell?: (step: 'create' | 'recover' | 'start') => void
  /** Server settings beyond ours, as `name=value`. Tests turn durability off. */
  settings?: string[]
}

const version = '18'

/** Small enough for an ordinary office PC; durable, as PostgreSQL is by default. */
const settings = [
  'shared_buffers=48MB',
  'max_connections=40',
  'effective_cache_size=512MB',
  'work_mem=8MB',
  'maintenance_work_mem=32MB',
  'max_wal_size=256MB',
  'max_parallel_workers_per_gather=0',
  'autovacuum_max_workers=1',
  'jit=off',
  'listen_addresses=127.0.0.1',
  'unix_socket_directories=',
  'timezone=UTC',
  'log_min_messages=warning',
  'log_checkpoints=off',
  'max_logical_replication_workers=0',
]

/**
 * Starts the bundled PostgreSQL 18 on a cluster below `dataDir`, creating it the first time, and
 * waits until it answers. A server that a killed process left behind on this cluster is stopped first.
 *
 * PostgreSQL refuses to run as root, so as root it runs as the system user `taicho` (made when it
 * is missing), with its programs and cluster under /var/lib/taicho when that user cannot enter the
 * folder of the checkout or of the data; a link in `dataDir` then leads there.
 */
export async function startEmbeddedPostgres(options: Options): Promise<EmbeddedPostgres> {
  const { dataDir } = options
  makeDataDir(dataDir)
  const user = ordinaryUser()
  const programs = findPrograms(user)
  const cluster = findCluster(dataDir, user)
  const log = join(dataDir, 'postgres.log')

  await stopOrphan(cluster, () => options.tell?.('recover'))
  if (!existsSync(join(cluster, 'PG_VERSION'))) {
    options.tell?.('create')
    createCluster(programs, cluster, options.password, user)
  }
  const found = readFileSync(join(cluster, 'PG_VERSION'), 'utf8').trim()
  if (found !== version) throw new StartError('database_cluster_old', `${cluster}: ${found}`)

  options.tell?.('start')
  const port = await freePort()
  // This run's and the one before it: enough to see what went wrong, and it cannot fill the disk.
  if (existsSync(log)) renameSync(log, `${log}.before`)
  const out = openSync(log, 'a')
  const flags = [...settings, ...(options.settings ?? []), `port=${port}`]
  const child = spawn(
    join(programs, 'bin', 'postgres'),
    ['-D', cluster, ...flags.flatMap((it) => ['-c', it])],
    { cwd: '/', stdio: ['ignore', out, out], detached: true, env: environment(user), ...user },
  )
  let ended: string | undefined
  let told = false
  const lost = Promise.withResolvers<string>()
  const end = (reason: string) => {
    ended ??= reason
    if (!told) lost.resolve(`${ended}; ${log}`)
  }
  child.once('error', (error) => end(error.message))
  child.once('exit', (code, signal) => end(`exit ${code ?? signal}`))
  const pidFile = join(cluster, 'postmaster.pid')
  for (const deadline = Date.now() + 300_000; ; await pause(10)) {
    if (ended !== undefined) throw new StartError('embedded_failed', `${ended}; ${log}`)
    if (Date.now() > deadline) {
      child.kill('SIGINT')
      throw new StartError('embedded_failed', `300 s; ${log}`)
    }
    if (isReady(pidFile, child.pid)) break
  }

  return {
    url: `postgres://${owner}:${options.password}@127.0.0.1:${port}/${database}`,
    lost: lost.promise,
    stop: async () => {
      told = true
      if (ended !== undefined) return
      const over = new Promise((resolve) => child.once('exit', resolve))
      child.kill('SIGINT')
      await over
    },
  }
}

/** The address of the server that another process of ours runs on this data folder, if one does. */
export function findRunningPostgres(dataDir: string, password: string): string | undefined {
  const file = join(dataDir, 'postgres', 'postmaster.pid')
  if (!existsSync(file)) return undefined
  // https://www.postgresql.org/docs/18/storage-file-layout.html: pid, folder, start, port, …
  const [pid, , , port] = readFileSync(file, 'utf8').split('\n')
  if (!isPostgres(Number(pid))) return undefined
  return `postgres://${owner}:${password}@127.0.0.1:${port}/${database}`
}

/** The eighth line says `ready` once connections are accepted; the file may be of a server before. */
function isReady(pidFile: string, pid: number | undefined): boolean {
  if (!existsSync(pidFile)) return false
  const lines = readFileSync(pidFile, 'utf8').split('\n')
  return Number(lines[0]) === pid && lines[7]?.trim() === 'ready'
}

async function stopOrphan(cluster: string, tell: () => void): Promise<void> {
  const file = join(cluster, 'postmaster.pid')
  if (!existsSync(file)) return
  const pid = Number(readFileSync(file, 'utf8').split('\n')[0])
  tell()
  for (let tries = 0; tries < 600 && isPostgres(pid); tries++) {
    if (tries === 0) process.kill(pid, 'SIGINT')
    await pause(50)
  }
  if (isPostgres(pid)) throw new StartError('already_running', `postgres ${pid}`)
  // PostgreSQL would take any program that bears the number by now for the old server.
  if (isAlive(pid)) rmSync(file, { force: true })
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}

/** After a power cut the number may belong to another program by now, which must be left alone. */
function isPostgres(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return (
      process.platform !== 'linux' || /postgres/.test(readFileSync(`/proc/${pid}/cmdline`, 'utf8'))
    )
  } catch {
    return false
  }
}

async function freePort(): Promise<number> {
  const probe = createServer()
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve))
  const address = probe.address()
  await new Promise((resolve) => probe.close(resolve))
  if (typeof address !== 'object' || !address) throw new StartError('embedded_failed', 'port')
  return address.port
}
