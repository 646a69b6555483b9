import { spawn } from 'node:child_process'
import { randomBytes, randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { appUrl } from '#src/base/db.ts'
import { rootDir } from '#src/base/root-dir.ts'
import { createSealer } from '#src/base/sealed.ts'
import { inspectPdf } from '#src/outside/pades/inspect/inspect-pdf.ts'
import { at, useOffice } from '#test/office.ts'
import { openGate, type Gate } from '#test/signing/gate.ts'
import { makePaper } from '#test/signing/papers.ts'
import type { Pressing } from '#test/signing/pressing.ts'
import { holderOf, officerIdOf, useSigning } from '#test/signing/ready-office.ts'
import { openCscService, type CscService } from '#test/signing/remote-signing.ts'
import {
  addKey,
  changeSigningSetting,
  continueSigning,
  getSigningJob,
  readSealedFile,
  sealJobs,
  signAsOfficial,
  startSigning,
} from './index.ts'

/** The machine loses its power while somebody signs: a real process, really killed. */
const office = useOffice()
const key = randomBytes(32).toString('hex')
office.sealer = createSealer(Buffer.from(key, 'hex'))
const signing = useSigning(office)
let paper: Uint8Array
let service: CscService
let remote: Gate
let time: Gate

beforeAll(async () => {
  paper = await makePaper(['Ban sao so 12'])
  // The chairman's key lies at a remote service, and both services are asked through a gate.
  service = await openCscService(signing.pki, signing.pki.official)
  const { credentialId, account } = service
  remote = await openGate(new URL(service.url).origin)
  time = await openGate(new URL(signing.services.time).origin)
  const url = remote.url + new URL(service.url).pathname
  await addKey(signing.admin, {
    ...{ holderId: signing.chairmanId, holder: holderOf(signing.chairmanId) },
    access: { kind: 'csc', url, credentialId, ...account, approvedLater: false },
  })
  const timeUrl = time.url + new URL(signing.services.time).pathname
  await changeSigningSetting(signing.admin, { timeUrl, evidence: true, warnDays: 30 })
})
afterAll(async () => {
  await Promise.all([remote?.close(), time?.close(), service?.close()])
})

async function start(): Promise<string> {
  const { jobId } = await startSigning(signing.chairman, {
    ...{ clientKey: randomUUID(), pdf: paper, holderId: signing.chairmanId },
    ...{ reason: 'Chứng thực bản sao', place: 'Vụ Bản', label: 'Bản sao số 12' },
  })
  return jobId
}

/** Somebody presses in a process of its own, which is killed the moment that `when` comes. */
async function killedWhile(
  when: Promise<void>,
  { role, jobId, secret }: { role: Pressing['role']; jobId: string; secret: string },
): Promise<void> {
  const who = role === 'chairman' ? signing.chairman : signing.officer
  const pressing: Pressing = {
    ...{ url: appUrl(office.owner.options.connectionString!, 'test'), key, role },
    ...{ folder: signing.shelf.folder, officeId: office.officeId, officerId: officerIdOf(who) },
    ...{ jobIds: [jobId], at: office.now.toISOString() },
  }
  const script = join(rootDir, 'test/signing/pressing.ts')
  const child = spawn(process.execPath, [script, JSON.stringify(pressing)], {
    stdio: ['pipe', 'ignore', 'inherit'],
  })
  const gone = new Promise((resolve) => child.once('exit', (_, signal) => resolve(signal)))
  child.stdin.end(secret)
  await when
  child.kill('SIGKILL')
  expect(await gone).toBe('SIGKILL')
}

/** Two minutes later the one that died counts as dead. */
const restarted = (who: typeof signing.chairman) => signing.as(at(who, '2026-11-20T01:32:01Z'))

async function expectWhole(jobId: string): Promise<void> {
  const file = await readSealedFile(signing.officer, { jobId })
  const { verdict, signatures } = inspectPdf(file, { roots: signing.pki.roots, now: new Date() })
  expect([verdict, signatures.map((it) => it.field)]).toEqual([
    'valid',
    ['Người ký', 'Con dấu', 'Dấu thời gian'],
  ])
  const { signers, level } = await getSigningJob(signing.officer, { jobId })
  expect([signers.map((it) => it.step), level]).toEqual([['official', 'seal'], 'B-LTA'])
}

test.each([
  ['when the remote service is asked to sign', 'signHash', 'before'],
  ['when the remote service has signed, before its answer came', 'signHash', 'after'],
] as const)(
  'killed %s: nothing goes out, and it is signed once afterwards',
  async (_, ending, made) => {
    const jobId = await start()
    const when = remote.leaveUnanswered(ending, made)
    await killedWhile(when, { role: 'chairman', jobId, secret: service.sendCode() })
    expect(await getSigningJob(signing.officer, { jobId })).toMatchObject({
      ...{ state: 'waiting_official', signers: [], sha256: null },
    })
    const again = { jobIds: [jobId], secret: service.sendCode() }
    expect(await signAsOfficial(signing.chairman, again)).toMatchObject([
      { trouble: 'being_signed' },
    ])
    const outcomes = await signAsOfficial(restarted(signing.chairman), again)
    expect(outcomes).toMatchObject([{ state: 'waiting_seal', trouble: null }])
    await sealJobs(signing.officer, { jobIds: [jobId], secret: signing.secret })
    await expectWhole(jobId)
  },
)

test('killed when the seal was made and its time asked for: sealed once afterwards', async () => {
  const jobId = await start()
  await signAsOfficial(signing.chairman, { jobIds: [jobId], secret: service.sendCode() })
  const when = time.leaveUnanswered('', 'after')
  await killedWhile(when, { role: 'officer', jobId, secret: signing.secret })
  expect((await getSigningJob(signing.officer, { jobId })).state).toBe('waiting_seal')
  const press = { jobIds: [jobId], secret: signing.secret }
  const outcomes = await sealJobs(restarted(signing.officer), press)
  expect(outcomes).toMatchObject([{ state: 'sealed', trouble: null }])
  await expectWhole(jobId)
})

test('killed at the last time, for the whole file: the house finishes it by itself', async () => {
  const jobId = await start()
  await signAsOfficial(signing.chairman, { jobIds: [jobId], secret: service.sendCode() })
  // The first time belongs to the seal, the second to the file.
  const last = time.leaveUnanswered('', 'before', 1)
  await killedWhile(last, { role: 'officer', jobId, secret: signing.secret })
  expect((await getSigningJob(signing.officer, { jobId })).state).toBe('waiting_time')
  expect(await continueSigning(signing.system)).toEqual([])
  expect(await continueSigning(restarted(signing.system))).toEqual([{ jobId, state: 'sealed' }])
  await expectWhole(jobId)
})
