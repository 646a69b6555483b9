import { X509Certificate } from 'node:crypto'
import { z } from 'zod'
import type { Algorithm } from '../pades/write/build-cms.ts'
import { algorithmOf } from './open-pkcs12.ts'
import { SignerTrouble, type HashSigner, type LaterAnswer, type SignRequest } from './signer.ts'

export type RemoteKey = {
  /** Where the service's API begins, such as `https://rssp.example.vn/csc/v2`. */
  url: string
  /** OAuth token of the office at the service; asked for each time, since it runs out. */
  accessToken: () => Promise<string>
  credentialId: string
  /** The official approves on the phone, minutes later, instead of typing a code (mode `A`). */
  approvedLater?: boolean
  timeout?: number
}

const sha256 = '2.16.840.1.101.3.4.2.1'
const signAlgorithms: Record<Algorithm, string> = {
  'RSA-SHA256': '1.2.840.113549.1.1.11',
  'ECDSA-SHA256': '1.2.840.10045.4.3.2',
}
const credential = z.object({
  key: z.object({ status: z.string() }),
  cert: z.object({ certificates: z.array(z.string()).min(1) }),
  /** How many signatures one code is good for. */
  multisign: z.number().int().min(1).default(1),
})
const authorised = z.object({ SAD: z.string().min(1) })
const signed = z.object({ signatures: z.array(z.string()) })
/** Of a request that waits; how long the service lets it wait is in milliseconds. */
const waits = z.object({ responseID: z.string().min(1), validity_period: z.number().optional() })
const polled = z.object({ signatures: z.array(z.string()).optional() })
const usualWait = 5 * 60_000
const refused = z.object({ error: z.string(), error_description: z.string().optional() })

/**
 * A key that a service keeps, by the API of the Cloud Signature Consortium, version 2: the service is
 * told the hash, the official gives the one-time code that was sent to the phone, and the service signs
 * just that hash, once. What comes back is checked by whoever puts it into a file.
 */
export async function openCsc(remote: RemoteKey): Promise<HashSigner> {
  const { credentialId: credentialID } = remote
  const asked = { credentialID, certificates: 'chain', certInfo: true, authInfo: true }
  const { key, cert, multisign: most } = await post(remote, 'credentials/info', asked, credential)
  if (key.status !== 'enabled') throw new SignerTrouble('not_allowed', key.status)
  const chain = cert.certificates.map((it) => Buffer.from(it, 'base64'))
  const algorithm = algorithmOf(readCertificate(chain[0]!).publicKey)
  const start = async (requests: readonly SignRequest[], code?: string) => {
    const [{ label, idempotencyKey }] = requests as [SignRequest]
    const hashes = requests.map((it) => Buffer.from(it.hash).toString('base64'))
    const what = { credentialID, hashes, hashAlgorithmOID: sha256, clientData: idempotencyKey }
    const authData = code === undefined ? {} : { authData: [{ id: 'OTP', value: code }] }
    const allow = { ...what, ...authData, numSignatures: hashes.length, description: label }
    const { SAD } = await post(remote, 'credentials/authorize', allow, authorised)
    return { ...what, SAD, signAlgo: signAlgorithms[algorithm] }
  }
  const signNow = async (requests: readonly SignRequest[], code?: string) => {
    const how = { ...(await start(requests, code)), operationMode: 'S' }
    const { signatures } = await post(remote, 'signatures/signHash', how, signed)
    if (signatures.length !== requests.length) throw new SignerTrouble('answer_wrong', 'signHash')
    return signatures.map((it) => Buffer.from(it, 'base64'))
  }
  return {
    algorithm,
    chain,
    async sign(request) {
      if (!remote.approvedLater) {
        const [signature] = await signNow([request], request.code)
        return { state: 'done', signature: signature! }
      }
      const how = { ...(await start([request])), operationMode: 'A' }
      const answer = await post(remote, 'signatures/signHash', how, waits)
      const { responseID: ref, validity_period: wait = usualWait } = answer
      return { state: 'pending', ref, expiresAt: new Date(Date.now() + wait) }
    },
    ...(remote.approvedLater ? {} : { together: { most, sign: signNow } }),
    poll: (ref) => poll(remote, ref),
  }
}

function readCertificate(der: Uint8Array): X509Certificate {
  try {
    return new X509Certificate(der)
  } catch {
    throw new SignerTrouble('answer_wrong', 'credentials/info')
  }
}

async function poll(remote: RemoteKey, responseID: string): Promise<LaterAnswer> {
  const { credentialId: credentialID } = remote
  try {
    const asked = { credentialID, responseID }
    const { signatures = [] } = await post(remote, 'signatures/signPolling', asked, polled)
    const [signature] = signatures
    if (signature === undefined) return { state: 'pending' }
    return { state: 'done', signature: Buffer.from(signature, 'base64') }
  } catch (error) {
    if (!(error instanceof SignerTrouble) || error.code !== 'not_allowed') throw error
    return { state: /expire/i.test(error.message) ? 'expired' : 'refused' }
  }
}

async function post<T>(
  { url, accessToken, timeout = 20_000 }: RemoteKey,
  path: string,
  body: object,
  shape: z.ZodType<T>,
): Promise<T> {
  const authorization = `Bearer ${await accessToken()}`
  // Not asked twice: a code and an authorisation are good once, and the answer may only have been lost.
  const response = await fetch(`${url}/${path}`, {
    method: 'POST',
    headers: { authorization, 'content-type': 'application/json' },
    body: JSON.stringify(body),
    signal: AbortSignal.timeout(timeout),
    redirect: 'error',
  }).catch((error: unknown) => {
    throw new SignerTrouble('unreachable', (error as Error).message)
  })
  const answer: unknown = await response.json().catch(() => null)
  if (!response.ok) throw explain(response.status, answer)
  const read = shape.safeParse(answer)
  if (!read.success) throw new SignerTrouble('answer_wrong', path)
  return read.data
}

function explain(status: number, answer: unknown): SignerTrouble {
  const said = refused.safeParse(answer)
  if (!said.success) return new SignerTrouble('unreachable', `HTTP ${status}`)
  const { error, error_description: description = '' } = said.data
  if (error === 'invalid_otp' || /\botp\b/i.test(description))
    return new SignerTrouble('code_wrong')
  return new SignerTrouble('not_allowed', `${error} ${description}`.trim())
}
