import { randomUUID } from 'node:crypto'
import { beforeAll, expect, test, vi } from 'vitest'
import { Refusal } from '#src/base/refusal.ts'
import { inspectPdf } from '#src/outside/pades/inspect/inspect-pdf.ts'
import { Trouble } from '#src/outside/pades/pdf/trouble.ts'
import { at, useOffice } from '#test/office.ts'
import { makePaper } from '#test/signing/papers.ts'
import { useSigning } from '#test/signing/ready-office.ts'
import {
  cancelSigning,
  continueSigning,
  getSigningJob,
  readSealedFile,
  sealJobs,
  signAsOfficial,
  startSigning,
} from './index.ts'

/** A copy from the chairman's desk through the seal to a file that stands by itself. */
const office = useOffice()
const signing = useSigning(office)
let paper: Uint8Array

beforeAll(async () => {
  paper = await makePaper(['Ban sao so 12'])
})

async function start(clientKey: string = randomUUID()): Promise<string> {
  const { jobId } = await startSigning(signing.chairman, {
    ...{ clientKey, pdf: paper, holderId: signing.chairmanId },
    ...{ reason: 'Chứng thực bản sao', place: 'Vụ Bản', label: 'Bản sao số 12' },
  })
  return jobId
}
const sign = (...jobIds: string[]) =>
  signAsOfficial(signing.chairman, { jobIds, secret: signing.secret })
const seal = (...jobIds: string[]) => sealJobs(signing.officer, { jobIds, secret: signing.secret })

test('a copy is signed by the chairman, sealed by the office, and stands for years', async () => {
  const jobId = await start()
  expect(await sign(jobId)).toEqual([{ jobId, state: 'waiting_seal', trouble: null, pin: null }])
  await expect(readSealedFile(signing.officer, { jobId })).rejects.toMatchObject({
    code: 'signing.not_sealed',
  })
  expect(await seal(jobId)).toEqual([{ jobId, state: 'sealed', trouble: null, pin: null }])
  const file = await readSealedFile(signing.officer, { jobId })
  const report = inspectPdf(file, { roots: signing.pki.roots, now: new Date() })
  expect(report.verdict).toBe('valid')
  expect(report.signatures.map((it) => [it.field, it.signer?.name, it.level])).toEqual([
    ['Người ký', 'Nguyễn Thị Thanh Hằng', 'B-LTA'],
    ['Con dấu', 'Ủy ban nhân dân xã Vụ Bản', 'B-LTA'],
    ['Dấu thời gian', 'Dịch vụ dấu thời gian', undefined],
  ])
  expect(await getSigningJob(signing.officer, { jobId })).toMatchObject({
    ...{ state: 'sealed', level: 'B-LTA', trouble: null, sha256: report.sha256 },
    signers: [{ step: 'official' }, { step: 'seal' }],
  })
})

test('an office without time service and evidence seals as B-B', async () => {
  await signing.withoutServices()
  try {
    const jobId = await start()
    await sign(jobId)
    await seal(jobId)
    expect(await getSigningJob(signing.officer, { jobId })).toMatchObject({
      ...{ state: 'sealed', level: 'B-B' },
    })
  } finally {
    await signing.withServices()
  }
})

test('asked for twice, it is one job', async () => {
  const clientKey = randomUUID()
  const ids = await Promise.all(Array.from({ length: 20 }, () => start(clientKey)))
  expect(new Set(ids).size).toBe(1)
})

test('pressed twenty times at once, it is signed once and sealed once', async () => {
  const jobId = await start()
  for (const [press, moved] of [
    [sign, 'waiting_seal'],
    [seal, 'sealed'],
  ] as const) {
    const outcomes = (await Promise.all(Array.from({ length: 20 }, () => press(jobId)))).flat()
    expect(outcomes.filter((it) => it.trouble === null)).toEqual([
      { jobId, state: moved, trouble: null, pin: null },
    ])
    const others = new Set(outcomes.map((it) => it.trouble))
    expect([...others]).toContain('being_signed')
  }
  const file = await readSealedFile(signing.officer, { jobId })
  const { signatures } = inspectPdf(file, { roots: signing.pki.roots, now: new Date() })
  expect(signatures.filter((it) => it.kind === 'signature')).toHaveLength(2)
  expect(await sign(jobId)).toMatchObject([{ trouble: 'signed_already' }])
  expect(await seal(jobId)).toMatchObject([{ trouble: 'signed_already' }])
})

test('many files with one press, and what is wrong with one stops no other', async () => {
  const [first, second] = [await start(), await start()]
  const unknown = randomUUID()
  expect(await sign(first, unknown, second)).toMatchObject([
    { state: 'waiting_seal', trouble: null },
    { state: null, trouble: 'not_found' },
    { state: 'waiting_seal', trouble: null },
  ])
})

test('the seal does not go before the official', async () => {
  const jobId = await start()
  expect(await seal(jobId)).toMatchObject([{ state: 'waiting_official', trouble: 'not_its_turn' }])
})

test('a time service that is down: the copy waits, is asked for again, and nothing goes out', async () => {
  const jobId = await start()
  signing.services.nextTime('refusal')
  try {
    expect(await sign(jobId)).toMatchObject([{ state: 'waiting_time', trouble: 'time_refused' }])
    const waits = await getSigningJob(signing.officer, { jobId })
    expect(waits).toMatchObject({ trouble: 'time_refused', signers: [] })
    // Not before its pause is over, and longer each time.
    expect(await continueSigning(signing.system)).toEqual([])
    const later = at(signing.system, waits.nextTryAt!.toISOString())
    await continueSigning(signing.as(later))
    const still = await getSigningJob(signing.officer, { jobId })
    expect(still.state).toBe('waiting_time')
    const pause = still.nextTryAt!.getTime() - waits.nextTryAt!.getTime()
    expect(pause).toBeGreaterThan(waits.nextTryAt!.getTime() - office.now.getTime())
    signing.services.nextTime('right')
    const then = signing.as(at(signing.system, still.nextTryAt!.toISOString()))
    expect(await continueSigning(then)).toEqual([{ jobId, state: 'waiting_seal' }])
    // Somebody who sees that the service is back need not wait for the pause to end.
    signing.services.nextTime('refusal')
    const second = await start()
    await sign(second)
    signing.services.nextTime('right')
    expect(await continueSigning(signing.system)).toEqual([])
    expect(await continueSigning(signing.system, { pressed: true })).toEqual([
      { jobId: second, state: 'waiting_seal' },
    ])
    // Down again for the time of the whole file.
    expect(await seal(jobId)).toMatchObject([{ state: 'sealed' }])
  } finally {
    signing.services.nextTime('right')
  }
})

test('the time of the whole file does not come: sealed only once it did', async () => {
  const jobId = await start()
  await sign(jobId)
  signing.services.nextTime('babble')
  try {
    expect(await seal(jobId)).toMatchObject([{ state: 'waiting_time' }])
    await expect(readSealedFile(signing.officer, { jobId })).rejects.toMatchObject({
      code: 'signing.not_sealed',
    })
  } finally {
    signing.services.nextTime('right')
  }
  const { nextTryAt } = await getSigningJob(signing.officer, { jobId })
  const later = signing.as(at(signing.system, nextTryAt!.toISOString()))
  expect(await continueSigning(later)).toEqual([{ jobId, state: 'sealed' }])
  expect(await getSigningJob(signing.officer, { jobId })).toMatchObject({ level: 'B-LTA' })
})

/** Prepared by a process that asked the key and is never heard of again. */
async function abandoned(): Promise<string> {
  const jobId = await start()
  const never = () => new Promise<never>(() => undefined)
  const dying = { ...signing.chairman, pades: { ...signing.chairman.pades, finish: never } }
  void signAsOfficial(dying, { jobIds: [jobId], secret: signing.secret })
  const isPrepared = async () => {
    const text = 'select prepared_hash is not null as yes from signing.job where id = $1'
    return (await office.owner.query(text, [jobId])).rows[0].yes as boolean
  }
  await expect.poll(isPrepared).toBe(true)
  return jobId
}

test('killed between hash and signature, the next press after a restart signs these same bytes', async () => {
  const jobId = await abandoned()
  expect(await sign(jobId)).toMatchObject([{ trouble: 'being_signed' }])

  const restarted = signing.as(at(signing.chairman, '2026-11-20T01:33:00Z'))
  const prepares = vi.spyOn(restarted.pades, 'start')
  const outcomes = await signAsOfficial(restarted, { jobIds: [jobId], secret: signing.secret })
  expect(outcomes).toMatchObject([{ state: 'waiting_seal', trouble: null }])
  expect(prepares).not.toHaveBeenCalled()
  prepares.mockRestore()
  await seal(jobId)
  const file = await readSealedFile(signing.officer, { jobId })
  expect(inspectPdf(file, { roots: signing.pki.roots, now: new Date() }).verdict).toBe('valid')
})

test('killed between hash and signature and pressed again an hour later, the file says that hour', async () => {
  await signing.withoutServices()
  try {
    const jobId = await abandoned()
    const later = '2026-11-20T02:30:00Z'
    const back = signing.as(at(signing.chairman, later))
    expect(await signAsOfficial(back, { jobIds: [jobId], secret: signing.secret })).toMatchObject([
      { state: 'waiting_seal', trouble: null },
    ])
    await seal(jobId)
    const file = await readSealedFile(signing.officer, { jobId })
    const { signatures } = inspectPdf(file, { roots: signing.pki.roots, now: new Date() })
    expect(signatures[0]?.claimedTime?.toISOString().slice(0, 16)).toBe(later.slice(0, 16))
  } finally {
    await signing.withServices()
  }
})

test('a copy that was stopped is not signed, and a sealed one is not stopped', async () => {
  const jobId = await start()
  await expect(cancelSigning(signing.chairman, { jobId, reason: ' ' })).rejects.toMatchObject({
    code: 'signing.reason_missing',
  })
  await cancelSigning(signing.chairman, { jobId, reason: 'Sai trang' })
  expect(await sign(jobId)).toMatchObject([{ state: 'cancelled', trouble: 'cancelled' }])
  const done = await start()
  await sign(done)
  await seal(done)
  await expect(
    cancelSigning(signing.chairman, { jobId: done, reason: 'Muộn' }),
  ).rejects.toMatchObject({ code: 'signing.sealed_already' })
})

test('a file says when it was signed, not when it was first tried', async () => {
  const jobId = await start()
  // The file was prepared, and then it could not be finished.
  const fails = () => Promise.reject(new Trouble('broken'))
  const failing = { ...signing.chairman, pades: { ...signing.chairman.pades, finish: fails } }
  expect(await signAsOfficial(failing, { jobIds: [jobId], secret: signing.secret })).toMatchObject([
    { state: 'waiting_official', trouble: 'file_unfit' },
  ])
  const days = Temporal.Duration.from({ days: 3 }).total('milliseconds')
  const later = new Date(office.now.getTime() + days)
  const back = signing.as(at(signing.chairman, later.toISOString()))
  await signAsOfficial(back, { jobIds: [jobId], secret: signing.secret })
  await seal(jobId)
  const file = await readSealedFile(signing.officer, { jobId })
  const { signatures } = inspectPdf(file, { roots: signing.pki.roots, now: new Date() })
  expect(signatures[0]?.claimedTime?.toISOString().slice(0, 16)).toBe(
    later.toISOString().slice(0, 16),
  )
})

test('one file at which the program stumbles is told once the others are signed', async () => {
  const jobIds = [await start(), await start(), await start()]
  const { start: prepare } = signing.chairman.pades
  let first = true
  const stumbles: typeof prepare = async (...asked) => {
    if (first) {
      first = false
      throw new Refusal('signing.busy')
    }
    return prepare(...asked)
  }
  const stumbling = { ...signing.chairman, pades: { ...signing.chairman.pades, start: stumbles } }
  await expect(signAsOfficial(stumbling, { jobIds, secret: signing.secret })).rejects.toMatchObject(
    { code: 'signing.busy' },
  )
  const states = (
    await Promise.all(jobIds.map((jobId) => getSigningJob(signing.officer, { jobId })))
  )
    .map((it) => it.state)
    .toSorted()
  expect(states).toEqual(['waiting_official', 'waiting_seal', 'waiting_seal'])
  // It waits as before: pressed again, it is signed.
  const again = await sign(...jobIds)
  expect(again.filter((it) => it.state === 'waiting_seal' && it.trouble === null)).toHaveLength(1)
})
