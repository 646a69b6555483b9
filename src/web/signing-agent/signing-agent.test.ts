import { randomUUID } from 'node:crypto'
import type { AddressInfo } from 'node:net'
import { serve, type ServerType } from '@hono/node-server'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { enterOffice } from '#src/base/world.ts'
import {
  addKey,
  cancelSigning,
  continueSigning,
  getSigningJob,
  readSealedFile,
  sealJobs,
  startSigning,
  type SigningCtx,
} from '#src/modules/signing/index.ts'
import { inspectPdf } from '#src/outside/pades/inspect/inspect-pdf.ts'
import { createApp } from '#src/web/app.tsx'
import { asOfficer } from '#test/office.ts'
import { useOfficers } from '#test/officers-site.ts'
import { useShelf } from '#test/papers/shelf.ts'
import { append, findObject, objectOf, pagesOf } from '#test/signing/append.ts'
import { makePaper } from '#test/signing/papers.ts'
import { holderOf, usePades, useSigning } from '#test/signing/ready-office.ts'
import { sign, signerOf } from '#test/signing/sign.ts'

/** A signing program on the chairman's own PC, played over real HTTP. */
const [shelf, pades] = [useShelf(), usePades()]
const site = useOfficers(shelf, pades)
const signing = useSigning(site.office, { shelf, pades })
let server: ServerType
let url: string
let cookie: string
let chairman: SigningCtx
let chairmanId: string

beforeAll(async () => {
  const { database, sealer, officeId } = site.office
  const house = { database, sealer, now: () => site.now, pades }
  const app = createApp({
    ...house,
    publicUrl: '',
    papers: { ...shelf, publicReader: shelf.reader },
  })
  url = await new Promise<string>((resolve) => {
    server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, (it: AddressInfo) =>
      resolve(`http://127.0.0.1:${it.port}`),
    )
  })
  const entered = await site.enter('chairman')
  ;({ cookie } = entered)
  chairmanId = entered.id
  const world = { database, sealer, now: site.now }
  const rights = ['certification.sign', 'requests.read'] as const
  const ctx = enterOffice(world, officeId, { kind: 'system', job: 'test' })
  chairman = signing.as(asOfficer(ctx, rights, chairmanId))
  await addKey(signing.admin, {
    ...{ holderId: chairmanId, holder: holderOf(chairmanId), access: { kind: 'agent' } },
    certificates: ['official', 'issuer']
      .map((it) => signing.pki[it as 'official'].certificate.toString())
      .join('\n'),
  })
})
afterAll(() => new Promise((resolve) => server.close(resolve)))

async function start(): Promise<string> {
  const { jobId } = await startSigning(chairman, {
    ...{ clientKey: randomUUID(), pdf: await makePaper(['Ban sao']), holderId: chairmanId },
    ...{ reason: 'Chứng thực bản sao', place: 'Vụ Bản', label: 'Bản sao số 12' },
  })
  return jobId
}

type Errand = { fetchUrl: string; bringUrl: string; refused?: string }

async function openErrand(jobId: string): Promise<Errand> {
  const answer = await fetch(`${url}/ban/ky-so/${jobId}/official/phan-mem`, {
    method: 'POST',
    headers: { cookie, origin: url, 'content-type': 'application/json' },
  })
  return (await answer.json()) as Errand
}

const fetchFile = async (errand: Errand) => {
  const answer = await fetch(url + errand.fetchUrl)
  return { status: answer.status, pdf: new Uint8Array(await answer.arrayBuffer()) }
}

/** As such programs post it: a form with the file, and no word of where it comes from. */
async function bring(errand: Errand, pdf: Uint8Array) {
  const form = new FormData()
  form.set('uploadfile', new File([new Uint8Array(pdf)], 'ky.pdf', { type: 'application/pdf' }))
  const answer = await fetch(url + errand.bringUrl, { method: 'POST', body: form })
  return (await answer.json()) as { Status: boolean; Message: string }
}

const stateOf = async (jobId: string) => (await getSigningJob(chairman, { jobId })).state

test('the program fetches the file once, signs it, and brings it back once', async () => {
  const jobId = await start()
  const errand = await openErrand(jobId)
  expect(await stateOf(jobId)).toBe('official_pending')
  const { pdf } = await fetchFile(errand)
  expect((await fetchFile(errand)).status).toBe(409)
  const signed = await sign(pdf, signerOf(signing.pki, 'official'), { field: 'Ký tại máy' })
  expect(await bring(errand, signed)).toMatchObject({ Status: true })
  expect(await stateOf(jobId)).toBe('waiting_seal')
  expect(await bring(errand, signed)).toMatchObject({
    ...{ Status: false, Message: expect.stringContaining('đã dùng hoặc đã hết hạn') },
  })
  await sealJobs(signing.officer, { jobIds: [jobId], secret: signing.secret })
  const file = await readSealedFile(chairman, { jobId })
  const report = inspectPdf(file, { roots: signing.pki.roots, now: new Date() })
  expect(report.signatures.map((it) => it.field)).toEqual([
    ...['Ký tại máy', 'Con dấu', 'Dấu thời gian'],
  ])
  expect(report.verdict).toBe('valid')
})

test('what is not the file that was sent, with one signature of its holder, is refused', async () => {
  const jobId = await start()
  const errand = await openErrand(jobId)
  const { pdf } = await fetchFile(errand)
  const official = signerOf(signing.pki, 'official')
  const other = await sign(await makePaper(['Khac']), official)
  const bySomebody = await sign(pdf, signerOf(signing.pki, 'seal'))
  const twice = await sign(await sign(pdf, official, { field: 'Một' }), official, { field: 'Hai' })
  const signed = await sign(pdf, official)
  const catalog = findObject(signed, '/Type /Catalog')
  const page = objectOf(signed, catalog).replace('<<', '<</OpenAction [1 0 R /Fit] ')
  const changed = append(signed, { objects: { [catalog]: page } })
  // Another page under the same signature, as a program taken over by somebody would do it.
  const before = pagesOf(pdf)[0]!
  const turned = objectOf(pdf, before).replace('<<', '<</Rotate 180 ')
  const redrawn = append(pdf, { objects: { [before]: turned } })
  for (const [file, said] of [
    [other, 'không bắt đầu bằng đúng tệp'],
    [pdf, 'đúng một chữ ký'],
    [new Uint8Array(0), 'không bắt đầu bằng đúng tệp'],
    [bySomebody, 'Chứng thư của người khác'],
    [twice, 'đúng một chữ ký'],
    [changed, 'bị sửa thêm ngoài chữ ký'],
    [await sign(redrawn, official), 'bị sửa thêm ngoài chữ ký'],
  ] as const) {
    expect(await bring(errand, file)).toMatchObject({
      ...{ Status: false, Message: expect.stringContaining(said) },
    })
  }
  expect(await stateOf(jobId)).toBe('official_pending')
  // The right file is still taken.
  expect(await bring(errand, signed)).toMatchObject({ Status: true })
})

test('brought before it was fetched, with a made-up token, or too late: refused', async () => {
  const jobId = await start()
  const errand = await openErrand(jobId)
  const early = await sign(await makePaper(['Ban sao']), signerOf(signing.pki, 'official'))
  const over = { Status: false, Message: expect.stringContaining('hết hạn') }
  expect(await bring(errand, early)).toMatchObject(over)
  expect(await bring({ ...errand, bringUrl: '/vu-ban/ky/khong-co' }, early)).toMatchObject(over)
  const { pdf } = await fetchFile(errand)
  const signed = await sign(pdf, signerOf(signing.pki, 'official'))
  const before = site.now
  site.now = new Date(before.getTime() + 11 * 60_000)
  expect(await bring(errand, signed)).toMatchObject(over)
  const later = signing.as({ ...signing.system, now: site.now })
  expect(await continueSigning(later)).toContainEqual({ jobId, state: 'waiting_official' })
  // Asked for anew, it goes on.
  const again = await openErrand(jobId)
  expect((await fetchFile(again)).status).toBe(200)
  expect(await bring(again, signed)).toMatchObject({ Status: true })
  site.now = before
})

test('a file that was stopped meanwhile is not fetched', async () => {
  const jobId = await start()
  const errand = await openErrand(jobId)
  await cancelSigning(chairman, { jobId, reason: 'Sai trang' })
  expect((await fetchFile(errand)).status).toBe(409)
})

test('twenty uploads of the same file at once: one is taken', async () => {
  const jobId = await start()
  const errand = await openErrand(jobId)
  const { pdf } = await fetchFile(errand)
  const signed = await sign(pdf, signerOf(signing.pki, 'official'))
  const answers = await Promise.all(Array.from({ length: 20 }, () => bring(errand, signed)))
  expect(answers.filter((it) => it.Status)).toHaveLength(1)
  expect(await stateOf(jobId)).toBe('waiting_seal')
})

test('the page was closed before the file came down: the same officer begins anew at once', async () => {
  const jobId = await start()
  const lost = await openErrand(jobId)
  await fetchFile(lost)
  const again = await openErrand(jobId)
  const { status, pdf } = await fetchFile(again)
  expect(status).toBe(200)
  const signed = await sign(pdf, signerOf(signing.pki, 'official'))
  expect(await bring(again, signed)).toMatchObject({ Status: true })
  expect(await bring(lost, signed)).toMatchObject({ Status: false })
  expect(await stateOf(jobId)).toBe('waiting_seal')
})

test('another officer gets no errand for this file', async () => {
  const jobId = await start()
  await openErrand(jobId)
  const other = await site.enter('chairman')
  const answer = await site.send(`/ban/ky-so/${jobId}/official/phan-mem`, {
    ...{ method: 'POST', headers: { cookie: other.cookie } },
  })
  expect(answer.status).toBe(409)
  expect(answer.html).toContain('chưa có khóa ký')
})
