import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { PDFDocument } from '@cantoo/pdf-lib'
import sharp from 'sharp'
import { createSealer } from '#src/base/sealed.ts'
import { composeCopy } from '#src/modules/certification/compose/compose-copy.ts'
import type { CopiedSheet } from '#src/modules/certification/compose/copy.ts'
import { openReader } from '#src/modules/papers/index.ts'
import { openPadesWorker } from '#src/outside/pades/open-pades-worker.ts'
import { openDisk } from '#src/outside/storage/open-disk.ts'
import { openAuthorities } from '#test/signing/authorities.ts'
import { makeCopy } from '#test/signing/copies.ts'
import { makePki } from '#test/signing/pki.ts'
import { signerOf } from '#test/signing/sign.ts'
import { median, rounded } from './setting/figures.ts'
import { machine } from './setting/machine.ts'

const rounds = 15
const pages = 10

type Step = 'read' | 'keep' | 'compose' | 'sign' | 'seal' | 'store'

/**
 * A scan of ten pages from the moment it has arrived to the sealed copy with confirmed times (PAdES B-T) in
 * the storage: read in its process, kept sealed, composed, signed, sealed, kept. Waiting for the time
 * service (OpenSSL's, on this machine) is taken out of our own work. Then the copy is examined.
 */
export default async function certifiedCopy(): Promise<object> {
  const pki = makePki()
  const services = await openAuthorities(pki)
  const waiting = await countWaiting(services.time)
  const folder = mkdtempSync(join(tmpdir(), 'taicho-copies-'))
  const storage = openDisk(folder)
  const sealer = createSealer(Buffer.alloc(32, 7))
  const reader = openReader({ script: 'src/modules/papers/reading/reader-process.ts' })
  const pades = openPadesWorker({ script: pathToFileURL('src/outside/pades/pades-thread.ts') })
  const [official, seal] = [signerOf(pki, 'official'), signerOf(pki, 'seal')]
  try {
    const upload = await makeScans()
    const keep = async (bytes: Uint8Array) => {
      const address = createHash('sha256').update(bytes).digest('hex')
      await storage.put(address, await sealer.sealFile(address, bytes))
      return address
    }
    const sign = async (pdf: Uint8Array, signer: typeof official, field: string) => {
      const asked = { kind: 'signature', field, at: new Date() } as const
      const job = await pades.start(pdf, signer, asked)
      const answer = await signer.sign({ ...job, label: field, idempotencyKey: field })
      if (answer.state !== 'done') throw new Error('not signed')
      return pades.finish(job, answer.signature, { time: waiting.url })
    }
    const steps: Record<Step, number[]> = {
      ...{ read: [], keep: [], compose: [], sign: [], seal: [], store: [] },
    }
    const figures: Record<'whole' | 'own' | 'verify', number[]> = { whole: [], own: [], verify: [] }
    let bytes = 0
    for (let i = -1; i < rounds; i++) {
      const waitedBefore = waiting.milliseconds()
      const from = performance.now()
      const clock = lap()
      await reader.read(upload.bytes)
      const read = clock()
      const address = await keep(upload.bytes)
      const kept = await sealer.openFile(address, (await storage.get(address))!)
      const keeping = clock()
      const copy = await makeCopy({ sheets: [{ ...upload, bytes: kept }], at: new Date() })
      const composed = await composeCopy(copy)
      const composing = clock()
      const signed = await sign(composed, official, 'Người ký')
      const signing = clock()
      const sealed = await sign(signed, seal, 'Con dấu')
      const sealing = clock()
      await keep(sealed)
      const storing = clock()
      const whole = performance.now() - from
      const own = whole - (waiting.milliseconds() - waitedBefore)
      const verifying = lap()
      const { verdict, signatures } = await pades.inspect(sealed, {
        roots: pki.roots,
        now: new Date(),
      })
      const verified = verifying()
      if (verdict !== 'intact' || signatures.some((it) => it.level !== 'B-T'))
        throw new Error(verdict)
      if (i < 0) continue
      bytes = sealed.length
      figures.whole.push(whole)
      figures.own.push(own)
      figures.verify.push(verified)
      const times = {
        read,
        keep: keeping,
        compose: composing,
        sign: signing,
        seal: sealing,
        store: storing,
      }
      for (const [step, time] of Object.entries(times)) steps[step as Step].push(time)
    }
    return {
      ...machine(),
      pages,
      megabytes: rounded(bytes / 1e6, 1),
      ownMilliseconds: rounded(median(figures.own)),
      withTimeServiceMilliseconds: rounded(median(figures.whole)),
      verifyMilliseconds: rounded(median(figures.verify)),
      stepsMilliseconds: Object.fromEntries(
        Object.entries(steps).map(([step, times]) => [step, rounded(median(times))]),
      ),
    }
  } finally {
    reader.close()
    pades.close()
    waiting.close()
    await services.close()
    pki.remove()
    rmSync(folder, { recursive: true, force: true })
  }
}

function lap(): () => number {
  let from = performance.now()
  return () => {
    const now = performance.now()
    const passed = now - from
    from = now
    return passed
  }
}

/** Stands before the time service and counts how long it took to answer. */
async function countWaiting(service: string) {
  let waited = 0
  const server = createServer((request, response) => {
    const pass = async () => {
      const question: Buffer[] = []
      for await (const chunk of request) question.push(chunk as Buffer)
      const from = performance.now()
      const headers = { 'content-type': 'application/timestamp-query' }
      const answer = await fetch(service, {
        method: 'POST',
        headers,
        body: Buffer.concat(question),
      })
      const body = Buffer.from(await answer.arrayBuffer())
      waited += performance.now() - from
      response.writeHead(200, { 'content-type': 'application/timestamp-reply' }).end(body)
    }
    void pass()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (typeof address !== 'object' || !address) throw new Error('no port')
  return {
    url: `http://127.0.0.1:${address.port}`,
    milliseconds: () => waited,
    close: () => server.close(),
  }
}

/** Ten pages as a scanner sends them: one PDF, each page a JPEG of about 460 KB. */
async function makeScans(): Promise<CopiedSheet> {
  const noise = { type: 'gaussian', mean: 200, sigma: 22 } as const
  const create = { width: 1240, height: 1754, channels: 3, background: '#fff', noise } as const
  const jpeg = await sharp({ create }).jpeg({ quality: 68 }).toBuffer()
  const document = await PDFDocument.create()
  for (let i = 0; i < pages; i++) {
    const picture = await document.embedJpg(jpeg)
    document.addPage([595, 842]).drawImage(picture, { x: 0, y: 0, width: 595, height: 842 })
  }
  return { mediaType: 'application/pdf', bytes: await document.save() }
}
