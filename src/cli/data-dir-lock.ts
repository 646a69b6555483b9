import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { makeDataDir } from '#src/base/make-data-dir.ts'
import { StartError } from '#src/base/start-error.ts'

const lockOf = (dataDir: string) => join(dataDir, 'taicho.pid')

/** The process that runs the house on this data folder; one that is gone does not count. */
export function runningOn(dataDir: string): number | undefined {
  const pid = lockHolder(dataDir)
  return pid !== undefined && pid !== process.pid && isTaicho(pid) ? pid : undefined
}

/** Refuses a data folder that another process works on. */
export function requireNotRunning(dataDir: string): void {
  const pid = runningOn(dataDir)
  if (pid !== undefined) throw new StartError('already_running', `pid ${pid}, ${dataDir}`)
}

/**
 * One house at a time on a data folder: takes the folder or says who has it. Of two that start at
 * the same moment one gets it.
 *
 * @returns what gives the folder back
 */
export function lockDataDir(dataDir: string): () => void {
  try {
    makeDataDir(dataDir)
    requireNotRunning(dataDir)
    rmSync(lockOf(dataDir), { force: true })
    writeFileSync(lockOf(dataDir), String(process.pid), { flag: 'wx' })
  } catch (error) {
    if (error instanceof StartError) throw error
    if ((error as NodeJS.ErrnoException).code === 'EEXIST' && lockHolder(dataDir) !== undefined)
      throw new StartError('already_running', `pid ${lockHolder(dataDir)}, ${dataDir}`)
    throw new StartError('data_dir', `${dataDir}: ${(error as Error).message}`)
  }
  return () => rmSync(lockOf(dataDir), { force: true })
}

function lockHolder(dataDir: string): number | undefined {
  try {
    const pid = Number(readFileSync(lockOf(dataDir), 'utf8'))
    return Number.isInteger(pid) && pid > 0 ? pid : undefined
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw new StartError('data_dir', `${dataDir}: ${(error as Error).message}`)
  }
}

/** After a power cut the number may belong to any program by now. */
function isTaicho(pid: number): boolean {
  try {
    process.kill(pid, 0)
    if (process.platform !== 'linux') return true
    return /taicho\.mjs|main\.ts/.test(readFileSync(`/proc/${pid}/cmdline`, 'utf8'))
  } catch (error) {
    // Alive, and another user's.
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}
