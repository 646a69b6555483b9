import { afterAll, beforeAll, expect, test } from 'vitest'
import { openAuthorities, type Authorities } from '#test/signing/authorities.ts'
import { makePaper } from '#test/signing/papers.ts'
import { makePki, type Pki } from '#test/signing/pki.ts'
import { signerOf } from '#test/signing/sign.ts'
import { inspectPdf } from './inspect/inspect-pdf.ts'
import { openPadesWorker } from './open-pades-worker.ts'

/** Signing and examining in threads of their own. */
let pki: Pki
let services: Authorities
const pades = openPadesWorker()

beforeAll(async () => {
  pki = makePki()
  services = await openAuthorities(pki)
})
afterAll(async () => {
  pades.close()
  await services.close()
  pki.remove()
})

const asked = () => ({ kind: 'signature', field: 'Người ký', at: new Date() }) as const

async function signed(): Promise<Uint8Array> {
  const official = signerOf(pki, 'official')
  const job = await pades.start(await makePaper(['Giay']), official, asked())
  const answer = await official.sign({ ...job, label: 'Bản sao', idempotencyKey: '1' })
  if (answer.state !== 'done') throw new Error('not signed')
  return pades.finish(job, answer.signature, { time: services.time })
}

test('a file signed, given evidence and a time, and examined, twenty at once', async () => {
  const measure = { roots: pki.roots, now: new Date() }
  const reports = await Promise.all(
    Array.from({ length: 20 }, async () => {
      const evidence = { certificates: [pki.issuer.certificate.raw], ocsps: [], crls: [] }
      const proved = await pades.addEvidence(await signed(), evidence)
      const whole = await pades.addDocumentTime(proved, { field: 'Giờ', time: services.time })
      const report = await pades.inspect(whole, measure)
      expect(report).toEqual(inspectPdf(whole, measure))
      return report
    }),
  )
  expect(reports.map((it) => it.signatures.length)).toEqual(Array(20).fill(2))
  expect(reports.every((it) => it.signatures.every(({ trusted }) => trusted))).toBe(true)
})

test('a file that is none is said to be none, and cannot be signed', async () => {
  const nothing = Buffer.from('Kính gửi ủy ban')
  const report = await pades.inspect(nothing, { roots: [], now: new Date() })
  expect(report).toMatchObject({ verdict: 'unreadable', trouble: 'not_pdf' })
  const official = signerOf(pki, 'official')
  await expect(pades.start(nothing, official, asked())).rejects.toMatchObject({ code: 'not_pdf' })
})

test('a file that takes too long ends in a sentence, and the next one is served', async () => {
  const hasty = openPadesWorker({ threads: 1, milliseconds: 1 })
  const measure = { roots: [], now: new Date() }
  const pdf = await signed()
  const [first, second] = await Promise.all([
    hasty.inspect(pdf, measure),
    hasty.inspect(pdf, measure),
  ])
  expect([first, second]).toMatchObject([{ trouble: 'too_heavy' }, { trouble: 'too_heavy' }])
  hasty.close()
})

test('a thread that dies of a file takes nothing else with it', async () => {
  const dying = new URL(
    `data:text/javascript,${encodeURIComponent(`
      import { parentPort } from 'node:worker_threads'
      parentPort.on('message', ({ id, job }) => {
        if (job.bytes[0] === 0) throw new Error('dies')
        parentPort.postMessage({ id, done: { verdict: 'unsigned' } })
      })`)}`,
  )
  const worker = openPadesWorker({ threads: 1, script: dying })
  const measure = { roots: [], now: new Date() }
  const reports = await Promise.all(
    [0, 1, 0, 1].map((first) => worker.inspect(Uint8Array.of(first), measure)),
  )
  expect(reports.map((it) => it.verdict)).toEqual([
    ...['unreadable', 'unsigned', 'unreadable', 'unsigned'],
  ])
  worker.close()
})

test('when too many wait, the next is told so', async () => {
  const small = openPadesWorker({ threads: 1, mostWaiting: 1 })
  const measure = { roots: [], now: new Date() }
  const paper = await makePaper(['Giay'])
  const asked = await Promise.allSettled([1, 2, 3].map(() => small.inspect(paper, measure)))
  expect(asked.map((it) => it.status)).toEqual(['fulfilled', 'fulfilled', 'rejected'])
  expect(asked[2]).toMatchObject({ reason: { code: 'signing.busy' } })
  small.close()
})
