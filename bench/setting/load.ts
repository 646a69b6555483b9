import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { z } from 'zod'
import { rootDir } from '#src/base/root-dir.ts'

const run = promisify(execFile)
const Load = z.object({
  pages: z.number(),
  pagesPerSecond: z.number(),
  bytesPerPage: z.number(),
  p50: z.number(),
  p95: z.number(),
})
export type Load = z.infer<typeof Load>

export const connections = 16

/** Asks for one page over and over from a process of its own. Times are milliseconds. */
export async function load(
  url: string,
  { seconds, encoding }: { seconds: number; encoding: 'identity' | 'gzip' },
): Promise<Load> {
  const client = join(rootDir, 'bench/setting/load-client.ts')
  const args = [client, url, String(connections), String(seconds), encoding]
  const { stdout } = await run(process.execPath, args)
  return Load.parse(JSON.parse(stdout))
}
