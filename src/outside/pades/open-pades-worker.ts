import { Worker } from 'node:worker_threads'
import { hashAside } from '#src/base/hash-aside.ts'
import { Refusal } from '#src/base/refusal.ts'
import type { HashSigner } from '../signer/signer.ts'
import { askTime } from '../timestamp/ask-time.ts'
import type { Report } from './inspect/finding.ts'
import type { Measure } from './inspect/inspect-pdf.ts'
import type { Answer, Done, Job } from './pades-thread.ts'
import { Trouble } from './pdf/trouble.ts'
import type { EvidenceFiles } from './write/add-evidence.ts'
import { embedSignature, type Asked } from './write/prepare-signature.ts'
import { finishSignature, type SignatureJob } from './write/sign-pdf.ts'

/** Signs and examines PDFs beside the thread that answers people, each file within its time. */
export type PadesWorker = {
  /** Never throws for what a file contains; a file that takes too long is `unreadable`, `too_heavy`. */
  inspect: (bytes: Uint8Array, measure: Measure) => Promise<Report>
  /** First half of a signature; the job may be kept for days. Throws `Trouble` for a file that is not whole. */
  start: (
    pdf: Uint8Array,
    signer: Pick<HashSigner, 'chain' | 'algorithm'>,
    asked: Asked,
  ) => Promise<SignatureJob>
  /** Second half: see `finishSignature`, whose errors come through. Writes into `job.prepared.pdf`. */
  finish: typeof finishSignature
  addEvidence: (pdf: Uint8Array, files: EvidenceFiles) => Promise<Uint8Array>
  /** A time for the whole file, last of all. Throws `TimeTrouble` when none comes. */
  addDocumentTime: (pdf: Uint8Array, how: { field: string; time: string }) => Promise<Uint8Array>
  close: () => void
}

export type PadesWorkerOptions = {
  /** Files at a time. */
  threads?: number
  /** More would wait longer than anybody stands at a counter; `signing.busy` is refused then. */
  mostWaiting?: number
  /** What one file may take. */
  milliseconds?: number
  /** What the thread runs, where it lies neither beside the program nor beside this file. */
  script?: URL
}

type Task = {
  job: Job
  resolve: (done: Done[keyof Done]) => void
  reject: (error: Error) => void
}
type Thread = { worker: Worker; busy: boolean; idle: NodeJS.Timeout | undefined }

/** Of what a file is taken apart into; the bytes themselves are limited by `pdf/budget.ts`. */
const resourceLimits = { maxOldGenerationSizeMb: 384, stackSizeMb: 4 }
/** So long an idle thread is kept: the next copy comes soon. */
const idleMs = 60_000

export function openPadesWorker({
  threads = 2,
  mostWaiting = 200,
  milliseconds = 10_000,
  script = findScript(),
}: PadesWorkerOptions = {}): PadesWorker {
  const pool = new Set<Thread>()
  const waiting: Task[] = []
  let ids = 0

  async function ask<K extends Job['do']>(job: Extract<Job, { do: K }>): Promise<Done[K]> {
    if (waiting.length >= mostWaiting) throw new Refusal('signing.busy')
    const { promise, resolve, reject } = Promise.withResolvers<Done[keyof Done]>()
    waiting.push({ job, resolve, reject })
    goOn()
    return (await promise) as Done[K]
  }
  function goOn(): void {
    while (waiting.length > 0) {
      const free = [...pool].find((it) => !it.busy) ?? (pool.size < threads ? add() : undefined)
      if (!free) return
      perform(free, waiting.shift()!)
    }
  }
  function add(): Thread {
    const worker = new Worker(script, { execArgv: [], env: {}, resourceLimits })
    const thread: Thread = { worker, busy: false, idle: undefined }
    worker.unref()
    worker.on('error', () => undefined)
    worker.on('exit', () => pool.delete(thread))
    pool.add(thread)
    return thread
  }
  function end(thread: Thread): void {
    pool.delete(thread)
    void thread.worker.terminate()
  }
  function perform(thread: Thread, { job, resolve, reject }: Task): void {
    const { worker } = thread
    const id = ++ids
    const settle = (conclude: () => void) => {
      clearTimeout(timer)
      worker.off('message', hear)
      worker.off('exit', tooHeavy)
      thread.busy = false
      worker.unref()
      thread.idle = setTimeout(end, idleMs, thread).unref()
      conclude()
      goOn()
    }
    /** The time was over, or the thread died of the file; the next file gets a new one. */
    const tooHeavy = () => {
      end(thread)
      settle(() => reject(new Trouble('too_heavy')))
    }
    const hear = (answer: Answer) => {
      if (answer.id !== id) return
      settle(() => {
        if ('trouble' in answer) reject(new Trouble(answer.trouble))
        else if ('message' in answer) reject(new Error(`pades thread: ${answer.message}`))
        else resolve(answer.done)
      })
    }
    clearTimeout(thread.idle)
    thread.busy = true
    worker.ref()
    const timer = setTimeout(tooHeavy, milliseconds)
    worker.on('message', hear)
    worker.once('exit', tooHeavy)
    worker.postMessage({ id, job }, [])
  }

  return {
    inspect: async (bytes, { roots, now, since }) => {
      const ders = roots.map((it) => itself(it.raw))
      try {
        return await ask({ do: 'inspect', bytes: itself(bytes), roots: ders, now, since })
      } catch (error) {
        if (error instanceof Trouble) return await unreadable(bytes, error.code)
        throw error
      }
    },
    start: (pdf, { chain, algorithm }, asked) =>
      ask({ do: 'start', pdf: itself(pdf), chain: chain.map(itself), algorithm, asked }),
    // A signature is checked and put in its place within a millisecond; only the time service is waited for.
    finish: finishSignature,
    addEvidence: (pdf, { certificates, ocsps, crls }) =>
      ask({
        do: 'add_evidence',
        pdf: itself(pdf),
        files: {
          certificates: certificates.map(itself),
          ocsps: ocsps.map(itself),
          crls: crls.map(itself),
        },
      }),
    addDocumentTime: async (pdf, { field, time }) => {
      const { prepared, digest } = await ask({ do: 'start_time', pdf: itself(pdf), field })
      return embedSignature(prepared, await askTime(time, digest))
    },
    close: () => {
      for (const task of waiting.splice(0)) task.reject(new Error('pades worker closed'))
      for (const thread of pool) end(thread)
    },
  }
}

/** Without the rest of the memory that it is a part of, which would be copied along. */
function itself(bytes: Uint8Array): Uint8Array {
  return bytes.byteLength === bytes.buffer.byteLength ? bytes : new Uint8Array(bytes)
}

async function unreadable(bytes: Uint8Array, trouble: Trouble['code']): Promise<Report> {
  return {
    verdict: 'unreadable',
    bytes: bytes.length,
    sha256: (await hashAside(bytes)).toString('hex'),
    trouble,
    findings: [],
    signatures: [],
  }
}

/** Beside the program once it is built, beside this file while it is not. */
function findScript(): URL {
  const built = import.meta.url.endsWith('.mjs')
  return new URL(built ? './pades-thread.mjs' : './pades-thread.ts', import.meta.url)
}
