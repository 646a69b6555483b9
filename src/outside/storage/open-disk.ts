import { randomUUID } from 'node:crypto'
import { mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { isAddress, requireAddress, type Storage } from './storage.ts'

/** Files in a folder of this machine, two hundred and fifty-six of them a level. */
export function openDisk(folder: string): Storage {
  const pathOf = (given: string) => {
    const address = requireAddress(given)
    return join(folder, address.slice(0, 2), address.slice(2, 4), address)
  }
  return {
    put: async (address, sealed) => {
      const path = pathOf(address)
      await mkdir(dirname(path), { recursive: true, mode: 0o700 })
      // Written aside and moved into place: after a power cut it is whole or not there.
      const aside = `${path}.${randomUUID()}`
      try {
        const file = await open(aside, 'wx', 0o600)
        try {
          await file.writeFile(sealed)
          await file.sync()
        } finally {
          await file.close()
        }
        await rename(aside, path)
      } catch (error) {
        await rm(aside, { force: true })
        throw error
      }
      await syncFolder(dirname(path))
    },
    get: (address) => ifThere(() => readFile(pathOf(address))),
    remove: async (address) => {
      await rm(pathOf(address), { force: true })
    },
    list: async function* () {
      for (const first of (await ifThere(() => readdir(folder))) ?? [])
        for (const second of (await ifThere(() => readdir(join(folder, first)))) ?? [])
          yield* (await readdir(join(folder, first, second))).filter(isAddress)
    },
    removeOlder: async (address, than) => {
      const path = pathOf(address)
      const found = await ifThere(() => stat(path))
      if (!found || found.mtime >= than) return false
      // Moved aside before the second look: what is put meanwhile lands in its place and stays.
      const aside = `${path}.${randomUUID()}`
      if ((await ifThere(() => rename(path, aside).then(() => true))) === null) return false
      const old = (await stat(aside)).mtime < than
      if (old) await rm(aside, { force: true })
      else await rename(aside, path)
      return old
    },
  }
}

async function ifThere<T>(work: () => Promise<T>): Promise<T | null> {
  try {
    return await work()
  } catch (error) {
    if ((error as { code?: string }).code === 'ENOENT') return null
    throw error
  }
}

/** Without it a file that was moved may be gone after a power cut. Windows cannot and need not. */
async function syncFolder(path: string): Promise<void> {
  if (process.platform === 'win32') return
  const folder = await open(path, 'r')
  try {
    await folder.sync()
  } finally {
    await folder.close()
  }
}
