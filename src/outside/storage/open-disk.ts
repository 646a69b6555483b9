import { randomUUID } from 'node:crypto'
import { mkdir, open, readFile, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Storage } from './storage.ts'

/** Files in a folder of this machine, two hundred and fifty-six of them a level. */
export function openDisk(folder: string): Storage {
  const pathOf = (address: string) => {
    if (!/^[0-9a-f]{64}$/.test(address)) throw new Error(`no address of the storage: ${address}`)
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
    get: async (address) => {
      try {
        return await readFile(pathOf(address))
      } catch (error) {
        if ((error as { code?: string }).code === 'ENOENT') return null
        throw error
      }
    },
    remove: async (address) => {
      await rm(pathOf(address), { force: true })
    },
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
