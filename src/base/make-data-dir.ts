import { accessSync, constants, existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { StartError } from './start-error.ts'

/** Makes the folder of this installation's data when it is missing, and sees that it can be written. */
export function makeDataDir(dataDir: string): void {
  try {
    makeFolder(dataDir)
    accessSync(dataDir, constants.R_OK | constants.W_OK | constants.X_OK)
    writeFileSync(join(dataDir, '.writable'), '')
    rmSync(join(dataDir, '.writable'))
  } catch (error) {
    throw new StartError('data_dir', `${dataDir}: ${(error as Error).message}`)
  }
}

/**
 * With every folder above it. Node 26's own `recursive` never comes back where the system will have
 * no folder, such as under /proc: mkdir says ENOENT there although the folder above exists.
 */
function makeFolder(path: string): void {
  if (existsSync(path)) return
  makeFolder(dirname(path))
  mkdirSync(path)
}
