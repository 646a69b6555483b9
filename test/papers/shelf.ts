import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from 'vitest'
import { openReader, type Reader } from '#src/modules/papers/index.ts'
import { openDisk } from '#src/outside/storage/open-disk.ts'
import type { Storage } from '#src/outside/storage/storage.ts'

/** A folder for files and a process that reads them, for one test file. */
export type Shelf = { storage: Storage; reader: Reader; folder: string }

export function useShelf(): Shelf {
  const folder = mkdtempSync(join(tmpdir(), 'taicho-papers-'))
  const reader = openReader()
  afterAll(() => {
    reader.close()
    rmSync(folder, { recursive: true, force: true })
  })
  return { storage: openDisk(folder), reader, folder }
}
