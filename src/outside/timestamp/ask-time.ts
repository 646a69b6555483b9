import { randomBytes } from 'node:crypto'
import * as asn1js from 'asn1js'
import * as pkijs from 'pkijs'
import { readCms } from '../pades/inspect/read-cms.ts'

export type TimeTroubleCode = 'unreachable' | 'refused' | 'answer_wrong'

/** Why no time came. Worded in `src/words/signing.ts`; the signature waits, and is asked for again. */
export class TimeTrouble extends Error {
  readonly code: TimeTroubleCode

  constructor(code: TimeTroubleCode, detail = '') {
    super([code, detail].filter(Boolean).join(': '))
    this.code = code
  }
}

const sha256 = '2.16.840.1.101.3.4.2.1'
const largestAnswer = 64 * 1024

/**
 * Asks a time service (RFC 3161, over HTTP as in its section 3.4) when the bytes with this SHA-256
 * existed. Gives the token as DER. The answer must be about exactly these bytes and this question: its imprint and its
 * nonce are compared, so that an old or a foreign token is refused.
 */
export async function askTime(
  url: string,
  imprint: Uint8Array,
  { timeout = 10_000 }: { timeout?: number } = {},
): Promise<Buffer> {
  // A nonce whose first bit is clear is the same number however it is read.
  const nonce = randomBytes(8)
  nonce[0] = (nonce[0]! & 0x7f) | 0x40
  const answer = await post(url, writeQuestion(imprint, nonce), timeout)
  try {
    const token = readToken(answer)
    requireOurs(token, imprint, nonce)
    return Buffer.from(token)
  } catch (error) {
    if (error instanceof TimeTrouble) throw error
    // pkijs throws plain errors for DER that does not fit.
    throw new TimeTrouble('answer_wrong')
  }
}

function writeQuestion(imprint: Uint8Array, nonce: Uint8Array): ArrayBuffer {
  const request = new pkijs.TimeStampReq({
    version: 1,
    messageImprint: new pkijs.MessageImprint({
      hashAlgorithm: new pkijs.AlgorithmIdentifier({
        algorithmId: sha256,
        algorithmParams: new asn1js.Null(),
      }),
      hashedMessage: new asn1js.OctetString({ valueHex: new Uint8Array(imprint) }),
    }),
    nonce: new asn1js.Integer({ valueHex: new Uint8Array(nonce) }),
    certReq: true,
  })
  return request.toSchema().toBER()
}

async function post(url: string, body: ArrayBuffer, timeout: number): Promise<Uint8Array> {
  const signal = AbortSignal.timeout(timeout)
  const headers = { 'content-type': 'application/timestamp-query' }
  const once = () => fetch(url, { method: 'POST', headers, body, signal, redirect: 'error' })
  try {
    // A connection kept from before may just have been closed at the other end: once more, anew.
    const response = await once().catch((error: unknown) => {
      if (signal.aborted) throw error
      return once()
    })
    if (!response.ok) throw new TimeTrouble('refused', `HTTP ${response.status}`)
    const bytes = new Uint8Array(await response.arrayBuffer())
    if (bytes.length > largestAnswer) throw new TimeTrouble('answer_wrong')
    return bytes
  } catch (error) {
    if (error instanceof TimeTrouble) throw error
    throw new TimeTrouble('unreachable', url)
  }
}

/** The token byte for byte as it came. */
function readToken(answer: Uint8Array): Uint8Array {
  const { result, offset } = asn1js.fromBER(new Uint8Array(answer))
  if (offset === -1 || !(result instanceof asn1js.Sequence)) throw new TimeTrouble('answer_wrong')
  const [said, token] = result.valueBlock.value
  const status = said instanceof asn1js.Sequence ? said.valueBlock.value[0] : undefined
  if (!(status instanceof asn1js.Integer)) throw new TimeTrouble('answer_wrong')
  // 0 and 1: granted, with or without changes.
  const number = Number(status.toBigInt())
  if (number > 1) throw new TimeTrouble('refused', String(number))
  if (!token) throw new TimeTrouble('answer_wrong')
  return token.valueBeforeDecodeView
}

function requireOurs(token: Uint8Array, imprint: Uint8Array, nonce: Uint8Array): void {
  const content = readCms(token)?.content
  if (!content) throw new TimeTrouble('answer_wrong')
  const said = pkijs.TSTInfo.fromBER(new Uint8Array(content))
  const about = Buffer.from(said.messageImprint.hashedMessage.valueBlock.valueHexView)
  const answered = said.nonce && Buffer.from(said.nonce.valueBlock.valueHexView)
  if (!about.equals(imprint) || !answered?.equals(nonce)) throw new TimeTrouble('answer_wrong')
}
