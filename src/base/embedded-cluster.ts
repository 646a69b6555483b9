import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  chownSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  realpathSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { canEnter, handOver, sharedFolder, type Identity } from './ordinary-user.ts'
import { StartError } from './start-error.ts'

export const owner = 'taicho_owner'
export const database = 'taicho'

/** Where the cluster lies: below `dataDir`, or where the ordinary user may reach it. */
export function findCluster(dataDir: string, user: Identity | undefined): string {
  const here = join(dataDir, 'postgres')
  if (existsSync(here) && lstatSync(here).isSymbolicLink()) return realpathSync(here)
  if (!user || canEnter(dataDir, user)) {
    mkdirSync(here, { recursive: true, mode: 0o700 })
    if (user) handOver(here, user)
    return here
  }
  const mark = createHash('sha256').update(dataDir).digest('hex').slice(0, 12)
  const there = join(sharedFolder, `cluster-${mark}`)
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

/** Makes a cluster with the owner and the empty database in it. */
export function createCluster(
  programs: string,
  cluster: string,
  password: string,
  user: Identity | undefined,
): void {
  // Made beside and moved in whole, so that a first start cut short leaves nothing to trip over.
  const fresh = join(cluster, `new-${process.pid}`)
  for (const entry of readdirSync(cluster)) {
    // Tried again, because the initdb of a start that was killed may still be writing.
    rmSync(join(cluster, entry), { recursive: true, force: true, maxRetries: 20, retryDelay: 100 })
  }
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

/** PostgreSQL sees nothing of ours but the path. */
export function environment(user: Identity | undefined): NodeJS.ProcessEnv {
  const { PATH } = process.env
  return { PATH, LC_ALL: 'C.UTF-8', TZ: 'UTC', ...(user ? { HOME: '/' } : {}) }
}
