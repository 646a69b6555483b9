import { fork, type ChildProcess } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { Refusal } from '#src/base/refusal.ts'
import { limits } from './limits.ts'
import type { Job } from './reader-process.ts'
import type { BindRule, Bound, Leaf, Made, Reading, Unreadable, Wish } from './reading.ts'

/** Reads and makes files in a process of its own, one at a time, each within its time and memory. */
export type Reader = {
  /** Refuses, each with its own words, what cannot be taken (`FileTrouble`). */
  read: (bytes: Uint8Array) => Promise<Reading>
  make: (bytes: Uint8Array, wish: Wish) => Promise<Made>
  bind: (leaves: Leaf[], rule: BindRule) => Promise<Bound>
  close: () => void
}

type Answer = {
  id: number
  done?: unknown
  trouble?: Unreadable['trouble'] | null
  message?: string
}

/** So long an idle process is kept: the next page of the same paper comes soon. */
const idleMs = 60_000
type Options = {
  /** More would wait longer than anybody stands at a counter. */
  mostWaiting?: number
  /** What the process runs, where it lies neither beside the program nor beside this file. */
  script?: string
}

export function openReader({ mostWaiting = 40, script = findScript() }: Options = {}): Reader {
  let child: ChildProcess | null = null
  let idle: NodeJS.Timeout | undefined
  let last: Promise<unknown> = Promise.resolve()
  let waiting = 0
  let ids = 0

  const end = () => {
    child?.kill('SIGKILL')
    child = null
  }
  async function ask<T>(job: Job, milliseconds: number): Promise<T> {
    if (waiting >= mostWaiting) throw new Refusal('papers.busy')
    waiting++
    const turn = last.then(() => perform<T>(job, milliseconds))
    last = turn.catch(() => undefined)
    return turn.finally(() => waiting--)
  }
  function perform<T>(job: Job, milliseconds: number): Promise<T> {
    clearTimeout(idle)
    child ??= start(script)
    const mine = child
    const id = ++ids
    const { promise, resolve, reject } = Promise.withResolvers<T>()
    const tooHeavy = () => {
      if (child === mine) end()
      reject(new Refusal('papers.too_heavy', { field: 'files' }))
    }
    const hear = (answer: Answer) => {
      if (answer.id !== id) return
      if (answer.trouble) reject(new Refusal(`papers.${answer.trouble}`, { field: 'files' }))
      else if (answer.message !== undefined) reject(new Error(`paper reader: ${answer.message}`))
      else resolve(answer.done as T)
    }
    const timer = setTimeout(tooHeavy, milliseconds)
    const watch = setInterval(() => {
      if (residentBytes(mine) > limits.residentBytes) tooHeavy()
    }, 50)
    mine.on('message', hear)
    mine.once('exit', tooHeavy)
    mine.send({ id, job })
    return promise.finally(() => {
      clearTimeout(timer)
      clearInterval(watch)
      mine.off('message', hear)
      mine.off('exit', tooHeavy)
      idle = setTimeout(end, idleMs)
      idle.unref()
    })
  }
  return {
    read: (bytes) => ask({ do: 'read', bytes }, limits.milliseconds),
    make: (bytes, wish) => ask({ do: 'make', bytes, wish }, limits.milliseconds),
    bind: (leaves, rule) => ask({ do: 'bind', leaves, rule }, 4 * limits.milliseconds),
    close: end,
  }
}

/** Beside the program once it is built, beside this file while it is not. */
function findScript(): string {
  const built = import.meta.url.endsWith('.mjs')
  return fileURLToPath(
    new URL(built ? './paper-reader.mjs' : './reader-process.ts', import.meta.url),
  )
}

function start(script: string): ChildProcess {
  const child = fork(script, [], {
    serialization: 'advanced',
    execArgv: ['--max-old-space-size=384'],
    env: {},
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  })
  child.unref()
  child.channel?.unref()
  child.on('error', () => undefined)
  return child
}

/** Only Linux tells; elsewhere time alone is limited. */
function residentBytes(child: ChildProcess): number {
  try {
    return Number(readFileSync(`/proc/${child.pid}/statm`, 'utf8').split(' ')[1]) * 4096
  } catch {
    return 0
  }
}
