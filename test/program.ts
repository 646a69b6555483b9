import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll } from 'vitest'

type Env = Record<string, string>

export type Ended = { code: number | null; said: string }

export type RunningHouse = {
  url: string
  /** What it has printed until now. */
  said: () => string
  ended: Promise<Ended>
  signal: (name: NodeJS.Signals) => void
}

/**
 * The program as people run it: built into one file, started as a process of its own. Each test file
 * has a folder of its own for data folders, gone afterwards with all that it started.
 */
export function useProgram() {
  const bundle = `dist/test-${process.pid}/taicho.mjs`
  const folder = mkdtempSync(join(tmpdir(), 'taicho-program-'))
  chmodSync(folder, 0o755)
  const children: ChildProcess[] = []

  beforeAll(() => {
    const built = spawnSync(process.execPath, ['scripts/program.mjs', bundle], { encoding: 'utf8' })
    if (built.status !== 0) throw new Error(built.stderr)
  })
  afterAll(async () => {
    for (const child of children) {
      if (child.exitCode !== null || child.signalCode !== null) continue
      const over = new Promise((resolve) => child.once('exit', resolve))
      child.kill('SIGTERM')
      await over
    }
    rmSync(folder, { recursive: true, force: true })
    rmSync(`dist/test-${process.pid}`, { recursive: true, force: true })
  })

  const launch = (args: string[], env: Env) => {
    const { PATH, HOME } = process.env
    const child = spawn(process.execPath, [bundle, ...args], {
      env: { PATH, HOME, DEMO: 'no', LOG_LEVEL: 'warn', ...env },
    })
    children.push(child)
    let said = ''
    child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()))
    child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()))
    const ended = new Promise<Ended>((resolve) =>
      child.once('close', (code) => resolve({ code, said })),
    )
    return { child, said: () => said, ended }
  }

  return {
    /** A path for a data folder; nothing is there yet. */
    dataDir: (name: string) => join(folder, name),
    /** Runs a command to its end. */
    run: (args: string[], env: Env): Promise<Ended> => launch(args, env).ended,
    /** Starts a command and gives what it needs to be watched and stopped. */
    launch,
    /** Runs the house until it is open; fails with what it said when it does not open. */
    open: async (env: Env): Promise<RunningHouse> => {
      const port = await freePort()
      const { child, said, ended } = launch(['serve'], { ...env, PORT: String(port) })
      await Promise.race([until(() => said().includes('đã mở cửa')), ended])
      if (!said().includes('đã mở cửa')) throw new Error(said())
      return {
        url: `http://127.0.0.1:${port}`,
        said,
        ended,
        signal: (name) => child.kill(name),
      }
    },
  }
}

/** Looks again every 20 ms until it is so. */
export async function until(so: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await so())) await new Promise((resolve) => setTimeout(resolve, 20))
}

/** A port that nobody listens on now. */
export async function freePort(): Promise<number> {
  const probe = createServer()
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve))
  const address = probe.address()
  await new Promise((resolve) => probe.close(resolve))
  if (typeof address !== 'object' || !address) throw new Error('no port')
  return address.port
}
