import { join } from 'node:path'
import type { Config } from '#src/base/config.ts'
import { openDisk } from '#src/outside/storage/open-disk.ts'
import { openS3 } from '#src/outside/storage/open-s3.ts'
import type { Storage } from '#src/outside/storage/storage.ts'

/** Where this installation keeps its files: in DATA_DIR, or at the service that S3_URL names. */
export function openStorage(config: Config): Storage {
  return config.s3 ? openS3(config.s3) : openDisk(join(config.dataDir, 'papers'))
}
