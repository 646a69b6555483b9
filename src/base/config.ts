import { delimiter, isAbsolute, resolve } from 'node:path'
import { z } from 'zod'
import { StartError } from './start-error.ts'

const Env = z.object({
  /** Where everything is kept that must survive: the database, secrets, files. */
  DATA_DIR: z.string().min(1).default('./var'),
  PORT: z.coerce.number().int().min(0).max(65535).default(3000),
  /** The address to listen on. Left out: every address of the machine. */
  HOST: z.string().optional(),
  /** How people reach the site from outside; printed in QR codes and on slips. */
  PUBLIC_URL: z.url().optional(),
  /** Another PostgreSQL 18 instead of the embedded one: a role that may create roles and schemas. */
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//, 'must begin with postgres://')
    .optional(),
  /** 64 hexadecimal digits. Left out: made once and kept in DATA_DIR/secrets.json. */
  TAICHO_KEY: z
    .string()
    .regex(/^[0-9a-f]{64}$/i, 'must be 64 hexadecimal digits')
    .optional(),
  /** Files at a service of the S3 protocol instead of in DATA_DIR: `https://host/bucket/folder`. */
  S3_URL: z.url({ protocol: /^https?$/, error: 'must be https://host/bucket' }).optional(),
  S3_REGION: z.string().default('us-east-1'),
  S3_KEY_ID: z.string().optional(),
  S3_SECRET: z.string().optional(),
  /** Libraries of signing tokens that may be loaded, parted as in PATH. Left out: none. */
  PKCS11_LIBRARIES: z
    .string()
    .default('')
    .transform((it) => it.split(delimiter).filter(Boolean))
    .refine((it) => it.every(isLibrary), 'must be whole paths to .so, .dll or .dylib files'),
  LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'silent']).default('info'),
  /** `yes` loads the demo office into an empty database; `no` leaves it empty. */
  DEMO: z.enum(['yes', 'no']).default('yes'),
})

function isLibrary(path: string): boolean {
  return isAbsolute(path) && /\.(so(\.\d+)*|dll|dylib)$/i.test(path)
}

export type Config = {
  dataDir: string
  port: number
  host: string | undefined
  publicUrl: string
  databaseUrl: string | undefined
  key: string | undefined
  s3: { url: string; region: string; keyId: string; secret: string } | undefined
  pkcs11Libraries: readonly string[]
  logLevel: z.infer<typeof Env>['LOG_LEVEL']
  demo: boolean
}

/** Reads the settings from the environment. A wrong one stops the start and says which. */
export function readConfig(env: NodeJS.ProcessEnv = process.env): Config {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''))
  const parsed = Env.safeParse(given)
  if (!parsed.success) {
    const lines = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`)
    throw new StartError('config', lines.join('; '))
  }
  const it = parsed.data
  return {
    dataDir: isAbsolute(it.DATA_DIR) ? it.DATA_DIR : resolve(it.DATA_DIR),
    port: it.PORT,
    host: it.HOST,
    publicUrl: (it.PUBLIC_URL ?? `http://localhost:${it.PORT}`).replace(/\/$/, ''),
    databaseUrl: it.DATABASE_URL,
    key: it.TAICHO_KEY?.toLowerCase(),
    s3: readS3(it),
    pkcs11Libraries: it.PKCS11_LIBRARIES,
    logLevel: it.LOG_LEVEL,
    demo: it.DEMO === 'yes',
  }
}

/** An address without its key would be found out only when the first paper comes. */
function readS3(it: z.infer<typeof Env>): Config['s3'] {
  const { S3_URL: url, S3_REGION: region, S3_KEY_ID: keyId, S3_SECRET: secret } = it
  if (!url && !keyId && !secret) return undefined
  if (!url || new URL(url).pathname === '/')
    throw new StartError('config', 'S3_URL: must be https://host/bucket')
  if (!keyId || !secret) throw new StartError('config', 'S3_URL needs S3_KEY_ID and S3_SECRET')
  return { url, region, keyId, secret }
}
