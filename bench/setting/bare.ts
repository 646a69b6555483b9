import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { z } from 'zod'
import { rootDir } from '#src/base/root-dir.ts'

/** All that a page is made of, once the program is taken away. */
export type BarePage = {
  databaseUrl: string
  /** Connections of its pool. */
  max: number
  queries: { text: string; values: unknown[] }[]
  body: string
}

const Address = z.object({ port: z.number() })

/** Runs `bare-server.ts` for this page, as a process of its own. */
export async function openBareServer(
  page: BarePage,
): Promise<{ url: string; stop: () => Promise<void> }> {
  const folder = mkdtempSync(join(tmpdir(), 'taicho-bare-'))
  const file = join(folder, 'page.json')
  // It carries the database's password.
  writeFileSync(file, JSON.stringify(page), { mode: 0o600 })
  const child = spawn(process.execPath, [join(rootDir, 'bench/setting/bare-server.ts'), file], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ended = once(child, 'exit')
  const [line] = (await once(child.stdout, 'data')) as [Buffer]
  const { port } = Address.parse(JSON.parse(line.toString()))
  const stop = async () => {
    child.kill()
    await ended
    rmSync(folder, { recursive: true, force: true })
  }
  return { url: `http://127.0.0.1:${port}/`, stop }
}
