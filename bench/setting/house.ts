import { spawn, spawnSync } from 'node:child_process'
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
} from 'node:fs'
import { request, type OutgoingHttpHeaders } from 'node:http'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { z } from 'zod'
import { rootDir } from '#src/base/root-dir.ts'

/** The slug of the demo office. */
export const office = 'vu-ban'

const program = join(rootDir, 'dist/taicho.mjs')
/** The national list lies beside the checkout; without it only what ships is there. */
const national =
  process.env['NATIONAL_PROCEDURES'] ?? join(rootDir, '../shared/data/national-procedures.jsonl')

const Package = z.object({ scripts: z.object({ start: z.string() }) })

export type DataFolder = { dataDir: string; nationalList: boolean; remove: () => void }

export type RunningHouse = {
  url: string
  pid: number
  /** From the start of the process until its first page was read to the end. */
  millisecondsToFirstPage: number
  stop: () => Promise<void>
}

/** A data folder with the demo office in it and, where it is to be had, the whole national list. */
export function makeDataFolder(): DataFolder {
  const folder = mkdtempSync(join(tmpdir(), 'taicho-bench-'))
  // The bundled PostgreSQL runs as another user when we are root.
  chmodSync(folder, 0o755)
  const dataDir = join(folder, 'data')
  const nationalList = existsSync(national)
  const remove = () => rmSync(folder, { recursive: true, force: true })
  try {
    command(['demo'], dataDir)
    if (nationalList) command(['import', 'procedures', national], dataDir)
  } catch (error) {
    remove()
    throw error
  }
  return { dataDir, nationalList, remove }
}

function command(args: string[], dataDir: string): void {
  const env = { ...process.env, DATA_DIR: dataDir }
  const done = spawnSync(process.execPath, [program, ...args], { env, encoding: 'utf8' })
  // 3: some lines of the list were not taken; the others were.
  if (done.status !== 0 && done.status !== 3) throw new Error(`${args.join(' ')}: ${done.stderr}`)
}

/** Starts the built program, as `npm start` does, and waits until the office's first page is read. */
export function openHouse(dataDir: string): Promise<RunningHouse> {
  return start({ DATA_DIR: dataDir })
}

/** A second process of the house beside the first, on its database and with its secrets. */
export async function openSecondHouse(dataDir: string, ownerUrl: string): Promise<RunningHouse> {
  const second = `${dataDir}-second`
  mkdirSync(second)
  copyFileSync(join(dataDir, 'secrets.json'), join(second, 'secrets.json'))
  return start({ DATA_DIR: second, DATABASE_URL: ownerUrl })
}

async function start(settings: Record<string, string>): Promise<RunningHouse> {
  const flags = startFlags()
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  const env = { ...process.env, ...settings, PORT: String(port), HOST: '127.0.0.1' }
  const from = performance.now()
  const child = spawn(process.execPath, [...flags, program, 'serve'], { env, stdio: 'ignore' })
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  while ((await statusOf(`${url}/${office}`)) !== 200) {
    if (child.exitCode !== null) throw new Error(`the program ended with ${child.exitCode}`)
    await pause(5)
  }
  const millisecondsToFirstPage = performance.now() - from
  if (child.pid === undefined) throw new Error('the program has no process')
  const stop = async () => {
    child.kill('SIGTERM')
    await ended
  }
  return { url, pid: child.pid, millisecondsToFirstPage, stop }
}

/** What `npm start` tells Node, such as how much memory to keep for what is new. */
function startFlags(): string[] {
  const { start } = Package.parse(readJson('package.json')).scripts
  const [, flags] = /node (.*)dist\/taicho\.mjs serve$/.exec(start) ?? []
  if (flags === undefined) throw new Error(`npm start is not understood: ${start}`)
  return flags.split(' ').filter(Boolean)
}

function readJson(file: string): unknown {
  return JSON.parse(readFileSync(join(rootDir, file), 'utf8'))
}

/** The status of a page read to its end; undefined while nobody answers. */
export function statusOf(
  url: string,
  headers: OutgoingHttpHeaders = {},
): Promise<number | undefined> {
  return new Promise((resolve) => {
    const asked = request(url, { headers }, (answer) => {
      answer.resume().once('end', () => resolve(answer.statusCode))
    })
    asked.once('error', () => resolve(undefined))
    asked.end()
  })
}

export async function freePort(): Promise<number> {
  const probe = createServer()
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve))
  const address = probe.address()
  await new Promise((resolve) => probe.close(resolve))
  if (typeof address !== 'object' || !address) throw new Error('no port')
  return address.port
}
