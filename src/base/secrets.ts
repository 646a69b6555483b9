import { createHmac, randomBytes } from 'node:crypto'
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import type { Config } from './config.ts'
import { StartError } from './start-error.ts'

const Kept = z.object({ key: z.string().regex(/^[0-9a-f]{64}$/) })

export type Secrets = {
  /** 32 bytes that encrypt what is personal. Lost, those fields are lost. */
  key: Buffer
  /** Of the embedded cluster's owner. */
  ownerPassword: string
  /** Of `taicho_app`. */
  appPassword: string
}

/**
 * The secrets of this installation: from TAICHO_KEY, else from DATA_DIR/secrets.json, made the
 * first time and readable by its owner only. It is kept apart from the database on purpose.
 */
export function readSecrets(config: Config): Secrets {
  const key = config.key ?? keptKey(config.dataDir)
  const derive = (purpose: string) => createHmac('sha256', key).update(purpose).digest('base64url')
  return {
    key: Buffer.from(key, 'hex'),
    ownerPassword: derive('postgres owner'),
    appPassword: derive('postgres app'),
  }
}

function keptKey(dataDir: string): string {
  const path = join(dataDir, 'secrets.json')
  try {
    if (existsSync(path)) return Kept.parse(JSON.parse(readFileSync(path, 'utf8'))).key
    const key = randomBytes(32).toString('hex')
    writeFileSync(`${path}.new`, `${JSON.stringify({ key })}\n`, { mode: 0o600 })
    renameSync(`${path}.new`, path)
    return key
  } catch (error) {
    throw new StartError('data_dir', `${path}: ${(error as Error).message}`)
  }
}
