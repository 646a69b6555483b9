import { execFile } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { Pki } from './pki.ts'

const run = promisify(execFile)

export type Authorities = {
  time: string
  ocsp: string
  /** The root's list, as a file over HTTP. */
  crl: string
  /** What the time service answers with next; by default what it should. */
  nextTime: (answer: 'right' | 'refusal' | 'replay' | 'babble' | 'silence') => void
  close: () => Promise<void>
}

/** Where the status services will be: certificates name them before the services can answer. */
export type Addresses = { ocsp: string; crl: string }

export async function reserveAddresses(): Promise<Addresses> {
  const [ocsp, crl] = [await freeAddress(), await freeAddress()]
  return { ocsp, crl }
}

/**
 * A time service and a certificate status service on this machine: OpenSSL's own, behind HTTP. With
 * addresses given, answers hold for years: whatever day it is where tests run, they are current.
 */
export async function openAuthorities(pki: Pki, addresses?: Addresses): Promise<Authorities> {
  const folder = mkdtempSync(join(tmpdir(), 'taicho-authorities-'))
  const at = (name: string) => join(folder, name)
  writeFileSync(at('serial'), '01\n')
  writeFileSync(at('ts.cnf'), timeConfig(pki, at('serial')))
  let next: Parameters<Authorities['nextTime']>[0] = 'right'
  let last = Buffer.alloc(0)
  let turn: Promise<unknown> = Promise.resolve()
  let count = 0
  /** OpenSSL keeps a serial file: one after the other. */
  const openssl = (args: (question: string, answer: string) => string[], question: Buffer) => {
    const one = async () => {
      const [q, a] = [at(`${count}.q`), at(`${count++}.a`)]
      writeFileSync(q, question)
      await run('openssl', args(q, a), { cwd: pki.folder })
      return readFileSync(a)
    }
    const mine = turn.then(one)
    turn = mine.catch(() => {})
    return mine
  }
  const stamp = async (question: Buffer) => {
    const answer = await openssl(
      (q, a) => ['ts', '-reply', '-config', at('ts.cnf'), '-queryfile', q, '-out', a],
      question,
    )
    const replayed = last
    last = answer
    return next === 'replay' ? replayed : answer
  }
  const time = await serve(async (question) => {
    if (next === 'silence') return new Promise<Buffer>(() => {})
    if (next === 'babble') return Buffer.from('<html>502 Bad Gateway</html>')
    return next === 'refusal' ? stamp(Buffer.from('3000', 'hex')) : stamp(question)
  }, 'application/timestamp-reply')
  const ocsp = await serve(
    (question) =>
      openssl(
        (q, a) => [
          ...[
            'ocsp',
            '-index',
            'issuer.d/index.txt',
            '-CA',
            'issuer.crt',
            '-rsigner',
            pki.ocsp.cert,
          ],
          ...[
            '-rkey',
            pki.ocsp.key,
            '-ndays',
            addresses ? '3650' : '7',
            '-reqin',
            q,
            '-respout',
            a,
          ],
        ],
        question,
      ),
    'application/ocsp-response',
    addresses?.ocsp,
  )
  const crl = await serve(
    async () =>
      (
        await run('openssl', ['crl', '-in', join(pki.folder, 'root.crl'), '-outform', 'DER'], {
          encoding: 'buffer',
        })
      ).stdout,
    'application/pkix-crl',
    addresses?.crl,
  )
  return {
    time: time.url,
    ocsp: ocsp.url,
    crl: crl.url,
    nextTime: (answer) => (next = answer),
    close: async () => {
      for (const { server } of [time, ocsp, crl]) {
        server.closeAllConnections()
        await new Promise((resolve) => server.close(resolve))
      }
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

async function serve(
  answer: (question: Buffer) => Promise<Buffer>,
  type: string,
  wanted?: string,
): Promise<{ server: Server; url: string }> {
  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      answer(Buffer.concat(chunks)).then(
        (bytes) => response.writeHead(200, { 'content-type': type }).end(bytes),
        () => response.writeHead(500).end(),
      )
    })
  })
  const port = wanted === undefined ? 0 : Number(new URL(wanted).port)
  return { server, url: await listen(server, port) }
}

async function listen(server: Server, port: number): Promise<string> {
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
  const address = server.address()
  if (typeof address !== 'object' || !address) throw new Error('no port')
  return `http://127.0.0.1:${address.port}/`
}

async function freeAddress(): Promise<string> {
  const server = createServer()
  const address = await listen(server, 0)
  await new Promise((resolve) => server.close(resolve))
  return address
}

const timeConfig = (pki: Pki, serial: string) => `
[tsa]
default_tsa = service
[service]
serial = ${serial}
crypto_device = builtin
signer_cert = ${pki.time.cert}
signer_key = ${pki.time.key}
certs = ${join(pki.folder, 'chain.pem')}
default_policy = 1.2.3.4.1
digests = sha256
signer_digest = sha256
accuracy = secs:1
ess_cert_id_chain = no
ess_cert_id_alg = sha256
`
