import { parentPort } from 'node:worker_threads'
import { composeCopy } from './compose-copy.ts'
import type { Copy } from './copy.ts'

/**
 * The thread in which copies are composed: cutting fonts and copying ten scans takes some fifty
 * milliseconds, in which nobody else would be answered. `openComposer` starts and ends it.
 */
export type Composed = { id: number } & ({ pdf: Uint8Array } | { message: string })

parentPort?.on('message', ({ id, copy }: { id: number; copy: Copy }) => {
  composeCopy(copy).then(
    (pdf) => parentPort?.postMessage({ id, pdf }, [pdf.buffer as ArrayBuffer]),
    (error: unknown) => {
      const message = error instanceof Error ? (error.stack ?? error.message) : String(error)
      parentPort?.postMessage({ id, message }, [])
    },
  )
})
