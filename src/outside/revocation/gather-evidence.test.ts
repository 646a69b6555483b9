import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { makePki, type Pki } from '#test/signing/pki.ts'
import { gatherEvidence } from './gather-evidence.ts'

let pki: Pki
beforeAll(() => {
  pki = makePki()
})
afterAll(() => pki.remove())

test('services are asked for all certificates at once, for each of them once', async () => {
  const [issuer, root] = [pki.issuer.certificate, pki.root.certificate]
  const chains = [pki.official, pki.seal].map((it) => [it.certificate, issuer, root])
  let [asked, open] = [0, 0]
  const everybody = Promise.withResolvers<void>()
  // Answers nobody before all three have asked: official, seal, and their issuer.
  const server = createServer((request, to) => {
    request.resume()
    asked++
    if (++open === 3) everybody.resolve()
    void everybody.promise.then(() => to.writeHead(503).end())
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
  const { certificates, unknown, revoked } = await gatherEvidence(chains, new Date(), {
    ...{ ocsp: url, crl: url },
  })
  expect(certificates).toHaveLength(4)
  expect(unknown.map((it) => it.subject)).toEqual(
    [pki.official, pki.issuer, pki.seal].map((it) => it.certificate.subject),
  )
  expect(revoked).toEqual([])
  // The status service, then the list.
  expect(asked).toBe(6)
  server.closeAllConnections()
  await new Promise((resolve) => server.close(resolve))
})
