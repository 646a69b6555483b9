import { createHash } from 'node:crypto'
import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { rootDir } from '#src/base/root-dir.ts'
import { Pack, PackAuthority, PackProcedure } from './pack.ts'

/** Where the procedures lie that ship with the program. */
export const shippedFolder = join(rootDir, 'data', 'catalogue')

const Procedures = z.union([PackProcedure.transform((one) => [one]), z.array(PackProcedure)])
/** Codes in the order in which a commune's desk is asked for them; the five of the article lead. */
const Popular = z.array(z.string())

export type Shipped = Pack & { popular: string[] }

/** A mark of everything in the folder, to see quickly that nothing has changed. */
export function hashFolder(folder: string): string {
  const hash = createHash('sha256')
  for (const file of files(folder)) hash.update(file).update(readFileSync(join(folder, file)))
  return hash.digest('hex')
}

/** Reads and checks the whole folder. What is wrong in a file is thrown with the file's name. */
export function readShipped(folder: string): Shipped {
  const procedures = files(folder).filter((file) => file.startsWith('procedures'))
  return {
    authorities: read(join(folder, 'authorities.json'), z.array(PackAuthority)),
    procedures: procedures.flatMap((file) => read(join(folder, file), Procedures)),
    popular: read(join(folder, 'popular.json'), Popular),
  }
}

/** One JSON file, checked; what is wrong in it is said with the file's name and the place in it. */
export function read<T>(path: string, schema: z.ZodType<T>): T {
  const parsed = schema.safeParse(JSON.parse(readFileSync(path, 'utf8')))
  if (parsed.success) return parsed.data
  throw new Error(`${path}: ${z.prettifyError(parsed.error)}`)
}

function files(folder: string): string[] {
  return readdirSync(folder, { recursive: true })
    .map(String)
    .filter((file) => file.endsWith('.json'))
    .map((file) => file.replaceAll('\\', '/'))
    .sort()
}
