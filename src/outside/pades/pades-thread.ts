import { X509Certificate } from 'node:crypto'
import { parentPort } from 'node:worker_threads'
import { inspectPdf } from './inspect/inspect-pdf.ts'
import type { Report } from './inspect/finding.ts'
import { Trouble } from './pdf/trouble.ts'
import { addEvidence, type EvidenceFiles } from './write/add-evidence.ts'
import type { Algorithm } from './write/build-cms.ts'
import { digestOf, prepareSignature, type Asked, type Prepared } from './write/prepare-signature.ts'
import { startSignature, type SignatureJob } from './write/sign-pdf.ts'

/**
 * The thread in which PDFs are opened and written, so that a scan of many megabytes keeps nobody's page
 * waiting. `openPadesWorker` starts and ends it. Nothing in here asks the network or sees a key.
 */
export type Job =
  | { do: 'inspect'; bytes: Uint8Array; roots: Uint8Array[]; now: Date; since: number | undefined }
  | { do: 'start'; pdf: Uint8Array; chain: Uint8Array[]; algorithm: Algorithm; asked: Asked }
  | { do: 'start_time'; pdf: Uint8Array; field: string }
  | { do: 'add_evidence'; pdf: Uint8Array; files: EvidenceFiles }

/** What each job comes to. */
export type Done = {
  inspect: Report
  start: SignatureJob
  start_time: { prepared: Prepared; digest: Uint8Array }
  add_evidence: Uint8Array
}

export type Answer = { id: number } & (
  { done: Done[keyof Done] } | { trouble: Trouble['code'] } | { message: string }
)

parentPort?.on('message', ({ id, job }: { id: number; job: Job }) => {
  try {
    const done = perform(job)
    const bytes = bytesIn(done)
    // Handed over, not copied, where the bytes have their memory to themselves.
    const alone = bytes && bytes.byteLength === bytes.buffer.byteLength
    parentPort?.postMessage({ id, done }, alone ? [bytes.buffer as ArrayBuffer] : [])
  } catch (error) {
    parentPort?.postMessage({ id, ...explain(error) }, [])
  }
})

function perform(job: Job): Done[keyof Done] {
  if (job.do === 'inspect') {
    const roots = job.roots.map((it) => new X509Certificate(it))
    return inspectPdf(job.bytes, { roots, now: job.now, since: job.since })
  }
  if (job.do === 'start') return startSignature(job.pdf, job, job.asked)
  if (job.do === 'add_evidence') return addEvidence(job.pdf, job.files)
  const prepared = prepareSignature(job.pdf, { kind: 'document_time', field: job.field })
  return { prepared, digest: digestOf(prepared) }
}

function bytesIn(done: Done[keyof Done]): Uint8Array | undefined {
  if (done instanceof Uint8Array) return done
  return 'prepared' in done ? done.prepared.pdf : undefined
}

function explain(error: unknown): { trouble: Trouble['code'] } | { message: string } {
  if (error instanceof Trouble) return { trouble: error.code }
  // The stack is as deep as the file made it.
  if (error instanceof RangeError) return { trouble: 'too_deep' }
  return { message: error instanceof Error ? (error.stack ?? error.message) : String(error) }
}
