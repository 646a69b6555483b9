import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openAuthorities, type Authorities } from '#test/signing/authorities.ts'
import { makePaper } from '#test/signing/papers.ts'
import { makePki, type Pki } from '#test/signing/pki.ts'
import { sign, signerOf } from '#test/signing/sign.ts'
import { checkTime } from '../pades/inspect/check-time.ts'
import { hashOf } from '../pades/inspect/read-cms.ts'
import { askTime, TimeTrouble } from './ask-time.ts'

/** A real time service, OpenSSL's, over HTTP; and what happens when it is not itself. */
let pki: Pki
let services: Authorities
const about = Buffer.from('chữ ký')
const imprint = hashOf('sha256', about)

beforeAll(async () => {
  pki = makePki()
  services = await openAuthorities(pki)
})
afterAll(async () => {
  await services.close()
  pki.remove()
})

test('a token is about what was asked, now, and from a service that is known', async () => {
  const token = await askTime(services.time, imprint)
  const { time, trusted, findings } = checkTime(token, [about], [], pki.roots)
  expect(findings).toEqual([])
  expect(trusted).toBe(true)
  expect(Math.abs(time!.getTime() - Date.now())).toBeLessThan(60_000)
})

test('twenty at once get twenty', async () => {
  const tokens = await Promise.all(
    Array.from({ length: 20 }, () => askTime(services.time, imprint)),
  )
  expect(new Set(tokens.map((it) => it.toString('hex'))).size).toBe(20)
})

test.each([
  ['refusal', 'refused'],
  ['babble', 'answer_wrong'],
  ['silence', 'unreachable'],
  ['replay', 'answer_wrong'],
] as const)('a service that answers with %s', async (answer, code) => {
  await askTime(services.time, imprint)
  services.nextTime(answer)
  try {
    await expect(askTime(services.time, imprint, { timeout: 1_000 })).rejects.toMatchObject({
      code,
    })
    const signer = signerOf(pki, 'official')
    // Nothing half signed comes out.
    if (answer === 'babble') {
      await expect(
        sign(await makePaper(['x']), signer, { time: services.time }),
      ).rejects.toMatchObject({ code })
    }
  } finally {
    services.nextTime('right')
  }
})

test('nobody there', async () => {
  await expect(askTime('http://127.0.0.1:9/', imprint)).rejects.toMatchObject({
    code: 'unreachable',
  })
})

test('whatever a broken service answers, the trouble has a name', async () => {
  let answer = Buffer.alloc(0)
  const server = createServer((asked, to) => {
    asked.resume().on('end', () => to.end(answer))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
  const token = await askTime(services.time, imprint)
  // PKIStatusInfo: granted; then the token, spoilt at one place after the other.
  for (let at = 0; at < 400; at++) {
    const spoilt = Buffer.from(token)
    spoilt[at]! ^= 0x15
    const inner = Buffer.concat([Buffer.from('3003020100', 'hex'), spoilt])
    const length = Buffer.from([0x30, 0x82, inner.length >> 8, inner.length & 255])
    answer = Buffer.concat([length, inner])
    await expect(askTime(url, imprint)).rejects.toBeInstanceOf(TimeTrouble)
  }
  await new Promise((resolve) => server.close(resolve))
})
