import { afterAll, beforeAll, expect, test } from 'vitest'
import { inspectPdf } from '#src/outside/pades/inspect/inspect-pdf.ts'
import { finishSignature, startSignature } from '#src/outside/pades/write/sign-pdf.ts'
import { openCscService, type CscService } from '#test/signing/remote-signing.ts'
import { makePaper } from '#test/signing/papers.ts'
import { makePki, type Pki } from '#test/signing/pki.ts'
import { openCsc } from './open-csc.ts'

/** The office's key at a remote service; the official has the code on the phone. */
let pki: Pki
let service: CscService

beforeAll(async () => {
  pki = makePki()
  service = await openCscService(pki, pki.seal)
})
afterAll(async () => {
  await service.close()
  pki.remove()
})

const remote = () => ({
  url: service.url,
  accessToken: () => Promise.resolve(service.token),
  credentialId: service.credentialId,
})
const asked = () => ({ kind: 'signature', field: 'Con dấu', at: new Date() }) as const

async function start() {
  const signer = await openCsc(remote())
  const job = startSignature(await makePaper(['Giay']), signer, asked())
  return { signer, job, request: { ...job, label: 'Bản sao số 12', idempotencyKey: 'ban-sao-12' } }
}

test('a copy signed with the code from the phone, by way of paper and a restart', async () => {
  const { signer, job, request } = await start()
  const kept = structuredClone(job)
  const answer = await signer.sign({ ...request, code: service.sendCode() })
  if (answer.state !== 'done') throw new Error('not signed')
  const signed = await finishSignature(kept, answer.signature)
  const { verdict, signatures } = inspectPdf(signed, { roots: pki.roots, now: new Date() })
  expect([verdict, signatures[0]!.trusted]).toEqual(['intact', true])
})

test('a wrong code, no code, a code used before', async () => {
  const { signer, request } = await start()
  const before = service.signed()
  await expect(signer.sign({ ...request, code: '000' })).rejects.toMatchObject({
    code: 'code_wrong',
  })
  await expect(signer.sign(request)).rejects.toMatchObject({ code: 'code_wrong' })
  const code = service.sendCode()
  await signer.sign({ ...request, code })
  await expect(signer.sign({ ...request, code })).rejects.toMatchObject({ code: 'code_wrong' })
  expect(service.signed()).toBe(before + 1)
})

test('an authorisation is for one hash and for once', async () => {
  const { request } = await start()
  const ask = async (path: string, body: object) => {
    const response = await fetch(`${service.url}/${path}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${service.token}` },
      body: JSON.stringify({
        credentialID: service.credentialId,
        hashAlgorithmOID: '2.16.840.1.101.3.4.2.1',
        ...body,
      }),
    })
    return { status: response.status, said: (await response.json()) as { SAD: string } }
  }
  const hashes = [Buffer.from(request.hash).toString('base64')]
  const how = { signAlgo: '1.2.840.113549.1.1.11', operationMode: 'S' }
  const authorise = async () => {
    const authData = [{ id: 'OTP', value: service.sendCode() }]
    return (await ask('credentials/authorize', { hashes, numSignatures: 1, authData })).said.SAD
  }
  const other = [Buffer.alloc(32).toString('base64')]
  expect(
    await ask('signatures/signHash', { ...how, SAD: await authorise(), hashes: other }),
  ).toMatchObject({ status: 400 })
  const SAD = await authorise()
  expect(await ask('signatures/signHash', { ...how, SAD, hashes })).toMatchObject({ status: 200 })
  expect(await ask('signatures/signHash', { ...how, SAD, hashes })).toMatchObject({ status: 400 })
})

test('a signature over something else is not put into the file', async () => {
  const { signer, job, request } = await start()
  service.cheatNext()
  const answer = await signer.sign({ ...request, code: service.sendCode() })
  if (answer.state !== 'done') throw new Error('not signed')
  await expect(finishSignature(job, answer.signature)).rejects.toMatchObject({
    code: 'answer_wrong',
  })
})

test('nobody there, not allowed, another key, a key that was closed', async () => {
  const gone = { ...remote(), url: 'http://127.0.0.1:9/csc/v2' }
  await expect(openCsc(gone)).rejects.toMatchObject({ code: 'unreachable' })
  const stranger = { ...remote(), accessToken: () => Promise.resolve('khác') }
  await expect(openCsc(stranger)).rejects.toMatchObject({ code: 'not_allowed' })
  await expect(openCsc({ ...remote(), credentialId: 'khác' })).rejects.toMatchObject({
    code: 'not_allowed',
  })
  service.disable()
  await expect(openCsc(remote())).rejects.toMatchObject({ code: 'not_allowed' })
})
