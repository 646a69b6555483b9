import { Worker } from 'node:worker_threads'
import type { Composed } from './composer-thread.ts'
import type { Copy } from './copy.ts'

/** Composes copies beside the thread that answers people. */
export type Composer = {
  /** See `composeCopy`, whose errors come through. */
  compose: (copy: Copy) => Promise<Uint8Array>
  close: () => void
}

/** Of what a paper's PDF is taken apart into. */
const resourceLimits = { maxOldGenerationSizeMb: 512 }
/** So long an idle thread is kept: the next copy comes soon. */
const idleMs = 60_000

export function openComposer({
  milliseconds = 20_000,
  script = findScript(),
}: {
  /** What one copy may take. */
  milliseconds?: number
  /** What the thread runs, where it lies neither beside the program nor beside this file. */
  script?: URL
} = {}): Composer {
  let worker: Worker | null = null
  let idle: NodeJS.Timeout | undefined
  let last: Promise<unknown> = Promise.resolve()
  let ids = 0

  const end = () => {
    void worker?.terminate()
    worker = null
  }
  function perform(copy: Copy): Promise<Uint8Array> {
    clearTimeout(idle)
    worker ??= start(script)
    const mine = worker
    const id = ++ids
    const { promise, resolve, reject } = Promise.withResolvers<Uint8Array>()
    const fail = (why: string) => {
      if (worker === mine) end()
      reject(new Error(`composer thread: ${why}`))
    }
    const hear = (answer: Composed) => {
      if (answer.id !== id) return
      if ('pdf' in answer) resolve(answer.pdf)
      else reject(new Error(`composer thread: ${answer.message}`))
    }
    const gone = () => fail('gone')
    const timer = setTimeout(fail, milliseconds, 'took too long')
    mine.ref()
    mine.on('message', hear)
    mine.once('exit', gone)
    mine.postMessage({ id, copy }, [])
    return promise.finally(() => {
      clearTimeout(timer)
      mine.off('message', hear)
      mine.off('exit', gone)
      mine.unref()
      idle = setTimeout(end, idleMs).unref()
    })
  }
  return {
    compose: (copy) => {
      // One after the other: a second thread would keep a second set of fonts.
      const turn = last.then(() => perform(copy))
      last = turn.catch(() => undefined)
      return turn
    },
    close: end,
  }
}

function start(script: URL): Worker {
  const worker = new Worker(script, { execArgv: [], env: {}, resourceLimits })
  worker.on('error', () => undefined)
  return worker
}

/** Beside the program once it is built, beside this file while it is not. */
function findScript(): URL {
  const built = import.meta.url.endsWith('.mjs')
  return new URL(built ? './copy-composer.mjs' : './composer-thread.ts', import.meta.url)
}
