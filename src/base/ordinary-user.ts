import { spawnSync } from 'node:child_process'
import {
  chmodSync,
  chownSync,
  lchownSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  statSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { StartError } from './start-error.ts'

/** Where root keeps what the ordinary user must reach. */
export const sharedFolder = '/var/lib/taicho'

export type Identity = { uid: number; gid: number }

/**
 * Whom PostgreSQL runs as when this process is root: the system user `taicho`, made when it is
 * missing. Undefined when this process is somebody ordinary itself.
 */
export function ordinaryUser(): Identity | undefined {
  if (process.getuid?.() !== 0) return undefined
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
  mkdirSync(sharedFolder, { recursive: true, mode: 0o755 })
  chmodSync(sharedFolder, 0o755)
  return user
}

/** Whether this user may pass through every folder down to this one. */
export function canEnter(folder: string, user: Identity): boolean {
  for (let at = folder; ; at = dirname(at)) {
    const { mode, uid, gid } = statSync(at)
    const bit = uid === user.uid ? 0o100 : gid === user.gid ? 0o010 : 0o001
    if ((mode & bit) === 0) return false
    if (at === dirname(at)) return true
  }
}

/** Gives a folder and all in it to this user. */
export function handOver(folder: string, user: Identity): void {
  if (statSync(folder).uid === user.uid) return
  chownSync(folder, user.uid, user.gid)
  for (const entry of readdirSync(folder, { recursive: true })) {
    lchownSync(join(folder, String(entry)), user.uid, user.gid)
  }
}
