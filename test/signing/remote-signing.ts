import { createPrivateKey, privateEncrypt, randomBytes, type KeyObject } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { createServer, type IncomingMessage } from 'node:http'
import type { Identity, Pki } from './pki.ts'

type Body = Record<string, unknown> & { hashes?: string[] }

/** Said by the service as the standard has it: a status, a word, a sentence. */
class Refused extends Error {
  readonly status: number
  readonly word: string

  constructor(status: number, word: string, sentence: string) {
    super(sentence)
    this.status = status
    this.word = word
  }
}

export type CscService = {
  url: string
  token: string
  credentialId: string
  /** What the official reads on the phone; good once. */
  sendCode: () => string
  /** How many signatures went out. */
  signed: () => number
  /** The next signature is over something else. */
  cheatNext: () => void
  disable: () => void
  /** The official answers on the phone to what waits; nobody answers by itself. */
  answerOnPhone: (answer: 'approve' | 'refuse' | 'expire') => void
  /** Who may ask for a token. */
  account: { clientId: string; clientSecret: string }
  close: () => Promise<void>
}

/**
 * A remote signing service over HTTP that checks what a real one checks: who asks, for which key, the
 * one-time code, that the hash signed is the hash allowed, and that an authorisation is used once.
 */
export async function openCscService(
  pki: Pki,
  { key, certificate }: Identity,
  { approvedLater = false, mostAtOnce = 1 }: { approvedLater?: boolean; mostAtOnce?: number } = {},
): Promise<CscService> {
  const secret: KeyObject = createPrivateKey(readFileSync(key))
  const token = randomBytes(16).toString('hex')
  const credentialId = 'con-dau-1'
  const codes = new Set<string>()
  const allowed = new Map<string, string[]>()
  const account = { clientId: 'ubnd-vu-ban', clientSecret: randomBytes(8).toString('hex') }
  const waiting = new Map<string, { hash: string; answer?: 'approve' | 'refuse' | 'expire' }>()
  let signed = 0
  let cheat = false
  let status = 'enabled'

  const answers: Record<string, (body: Body) => object> = {
    '/csc/v2/credentials/info': () => ({
      key: { status, algo: ['1.2.840.113549.1.1.11'], len: 2048 },
      cert: {
        status: 'valid',
        certificates: [certificate, pki.issuer.certificate, pki.root.certificate].map((it) =>
          it.raw.toString('base64'),
        ),
      },
      auth: { mode: 'explicit', objects: [{ type: 'Password', id: 'OTP', format: 'N' }] },
      multisign: mostAtOnce,
    }),
    '/csc/v2/credentials/authorize': (body) => {
      const [data] = (body['authData'] ?? []) as { id: string; value: string }[]
      const { hashes = [] } = body
      if (body['numSignatures'] !== hashes.length || hashes.length > mostAtOnce) {
        throw new Refused(400, 'invalid_request', 'Invalid parameter numSignatures')
      }
      // Without a code it is the official who approves, later, on the phone.
      const later = body['authData'] === undefined && approvedLater
      if (!later && (data?.id !== 'OTP' || !codes.delete(data.value))) {
        throw new Refused(400, 'invalid_otp', 'The OTP is invalid')
      }
      const sad = randomBytes(16).toString('hex')
      allowed.set(sad, hashes)
      return { SAD: sad, expiresIn: 300 }
    },
    '/csc/v2/signatures/signHash': (body) => {
      const hashes = allowed.get(String(body['SAD']))
      allowed.delete(String(body['SAD']))
      if (hashes === undefined) throw new Refused(400, 'invalid_request', 'Invalid parameter SAD')
      if (JSON.stringify(body.hashes) !== JSON.stringify(hashes)) {
        throw new Refused(400, 'invalid_request', 'Hash is not authorized by the SAD')
      }
      const mode = approvedLater ? 'A' : 'S'
      if (body['signAlgo'] !== '1.2.840.113549.1.1.11' || body['operationMode'] !== mode) {
        throw new Refused(400, 'invalid_request', 'Invalid parameter signAlgo')
      }
      if (approvedLater) {
        const responseID = randomBytes(8).toString('hex')
        waiting.set(responseID, { hash: hashes[0]! })
        return { responseID, validity_period: 300_000 }
      }
      return { signatures: hashes.map(sign) }
    },
    '/csc/v2/signatures/signPolling': (body) => {
      const asked = waiting.get(String(body['responseID']))
      if (!asked) throw new Refused(400, 'invalid_request', 'Invalid parameter responseID')
      if (asked.answer === undefined) return {}
      waiting.delete(String(body['responseID']))
      if (asked.answer === 'approve') return { signatures: [sign(asked.hash)] }
      const sentence = asked.answer === 'expire' ? 'The request has expired' : 'Refused by the user'
      throw new Refused(400, 'access_denied', sentence)
    },
  }
  const sign = (hash: string) => {
    signed++
    const digest = Buffer.from(cheat ? randomBytes(32) : Buffer.from(hash, 'base64'))
    cheat = false
    // The service has the hash only: DigestInfo goes before it (RFC 8017, 9.2).
    const info = Buffer.concat([
      Buffer.from('3031300d060960864801650304020105000420', 'hex'),
      digest,
    ])
    return privateEncrypt(secret, info).toString('base64')
  }

  const answer = async (request: IncomingMessage): Promise<object> => {
    if (request.url === '/csc/v2/oauth2/token') return giveToken(await readText(request))
    const body = await readBody(request)
    if (request.headers.authorization !== `Bearer ${token}`) {
      throw new Refused(401, 'invalid_token', 'The access token is not valid')
    }
    const found = answers[request.url ?? '']
    if (request.method !== 'POST' || !found) throw new Refused(404, 'not_found', '')
    if (body['credentialID'] !== credentialId) {
      throw new Refused(400, 'invalid_request', 'Invalid parameter credentialID')
    }
    if (body.hashes && body['hashAlgorithmOID'] !== '2.16.840.1.101.3.4.2.1') {
      throw new Refused(400, 'invalid_request', 'Invalid parameter hashAlgorithmOID')
    }
    return found(body)
  }
  const giveToken = (form: string) => {
    const asked = new URLSearchParams(form)
    const right =
      asked.get('grant_type') === 'client_credentials' &&
      asked.get('client_id') === account.clientId &&
      asked.get('client_secret') === account.clientSecret
    if (!right) throw new Refused(401, 'invalid_client', 'Client authentication failed')
    return { access_token: token, token_type: 'Bearer', expires_in: 3600 }
  }
  const server = createServer((request, response) => {
    const reply = (code: number, said: object) =>
      response.writeHead(code, { 'content-type': 'application/json' }).end(JSON.stringify(said))
    answer(request).then(
      (said) => reply(200, said),
      (error: Partial<Refused>) =>
        reply(error.status ?? 500, { error: error.word, error_description: error.message }),
    )
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (typeof address !== 'object' || !address) throw new Error('no port')
  return {
    url: `http://127.0.0.1:${address.port}/csc/v2`,
    token,
    credentialId,
    sendCode: () => {
      const code = String(randomBytes(4).readUInt32BE() % 1_000_000).padStart(6, '0')
      codes.add(code)
      return code
    },
    signed: () => signed,
    cheatNext: () => (cheat = true),
    disable: () => (status = 'disabled'),
    answerOnPhone: (it) => {
      for (const asked of waiting.values()) asked.answer = it
    },
    account,
    close: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

async function readBody(request: IncomingMessage): Promise<Body> {
  return JSON.parse(await readText(request)) as Body
}

async function readText(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks).toString()
}
