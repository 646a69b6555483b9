import { createHash, createHmac, randomBytes } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { afterAll } from 'vitest'
import type { S3Account } from '#src/outside/storage/open-s3.ts'

type Kept = { bytes: Buffer; at: Date; etag: string }

/**
 * A service of the S3 protocol on a real socket. Recomputes the signature of every request (Signature
 * Version 4) and the SHA-256 of its body, and refuses what does not fit, as the real ones do.
 */
export type S3StandIn = {
  account: S3Account
  kept: Map<string, Kept>
  requests: string[]
  /** What the next requests get instead of an answer, first to last: a status, or no answer at all. */
  misbehave: (...with_: (number | 'silent' | 'hang_up')[]) => void
  /** Keys a page of a list. */
  perPage: number
}

export async function useS3(): Promise<S3StandIn> {
  const secret = randomBytes(20).toString('hex')
  const kept = new Map<string, Kept>()
  const troubles: (number | 'silent' | 'hang_up')[] = []
  const server = createServer((request, response) => {
    void take(request, response)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as { port: number }
  const url = `http://127.0.0.1:${port}/giay-to/vu-ban`
  const it: S3StandIn = {
    account: { url, region: 'vn-north-1', keyId: 'TAICHO', secret },
    kept,
    requests: [],
    misbehave: (...with_) => void troubles.push(...with_),
    perPage: 1000,
  }
  afterAll(() => {
    server.closeAllConnections()
    server.close()
  })

  async function take(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const said = await answer(request)
    if (said === 'hang_up') request.socket.destroy()
    if (typeof said === 'string') return
    response.writeHead(said.status, said.headers)
    response.end(request.method === 'HEAD' ? undefined : said.body)
  }

  type Said = { status: number; headers?: Record<string, string>; body?: string | Buffer }
  async function answer(request: IncomingMessage): Promise<Said | 'silent' | 'hang_up'> {
    const body = Buffer.concat(await Array.fromAsync(request as AsyncIterable<Buffer>))
    it.requests.push(`${request.method} ${request.url}`)
    const trouble = troubles.shift()
    if (typeof trouble === 'number') return fault(trouble, 'SlowDown')
    if (trouble) return trouble
    const wrong = findFault(request, body, it.account)
    if (wrong) return fault(wrong === 'XAmzContentSHA256Mismatch' ? 400 : 403, wrong)
    const address = new URL(request.url!, it.account.url)
    if (address.searchParams.get('list-type') === '2') return list(address)
    return one(request, decodeURIComponent(address.pathname), body)
  }

  function one(request: IncomingMessage, path: string, body: Buffer): Said {
    const found = kept.get(path)
    if (request.method === 'PUT') {
      const etag = `"${createHash('md5').update(body).digest('hex')}"`
      kept.set(path, { bytes: body, at: new Date(), etag })
      return { status: 200, headers: { etag } }
    }
    if (request.method === 'DELETE') {
      const asked = request.headers['if-match']
      if (asked && found && asked !== found.etag) return fault(412, 'PreconditionFailed')
      kept.delete(path)
      return { status: 204 }
    }
    if (!found) return fault(404, 'NoSuchKey')
    const headers = { etag: found.etag, 'last-modified': found.at.toUTCString() }
    return { status: 200, headers, body: found.bytes }
  }

  function list(address: URL): Said {
    const prefix = address.searchParams.get('prefix') ?? ''
    const keys = [...kept.keys()].map((path) => path.replace('/giay-to/', '')).toSorted()
    const all = keys.filter((key) => key.startsWith(prefix))
    // Tokens of the real services hold letters that an address must escape.
    const from = Number((address.searchParams.get('continuation-token') ?? '0+/=').split('+')[0])
    const page = all.slice(from, from + it.perPage)
    const more = from + page.length < all.length
    const next = `<NextContinuationToken>${from + page.length}+/=</NextContinuationToken>`
    const found = page.map((key) => `<Contents><Key>${key}</Key></Contents>`).join('')
    const body = `<?xml version="1.0"?><ListBucketResult>${found}${more ? next : ''}</ListBucketResult>`
    return { status: 200, body }
  }
  return it
}

const fault = (status: number, code: string) => ({
  status,
  body: `<?xml version="1.0"?><Error><Code>${code}</Code></Error>`,
})

const sha256 = (what: string | Buffer) => createHash('sha256').update(what).digest('hex')
const hmac = (key: string | Buffer, what: string) => createHmac('sha256', key).update(what).digest()

/** The name of the fault that the real service would name, or null when the signature fits. */
function findFault(request: IncomingMessage, body: Buffer, account: S3Account): string | null {
  const given = /^AWS4-HMAC-SHA256 Credential=([^,]+), SignedHeaders=([^,]+), Signature=(.+)$/.exec(
    request.headers.authorization ?? '',
  )
  if (!given) return 'AccessDenied'
  const [, credential = '', names = '', signature = ''] = given
  const [keyId, day = '', region = '', service = '', end = ''] = credential.split('/')
  if (keyId !== account.keyId) return 'InvalidAccessKeyId'
  if (region !== account.region || service !== 's3') return 'AuthorizationHeaderMalformed'
  const date = String(request.headers['x-amz-date'])
  const at = Date.parse(
    date.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, '$1-$2-$3T$4:$5:$6Z'),
  )
  if (!(Math.abs(Date.now() - at) < 15 * 60_000)) return 'RequestTimeTooSkewed'
  const hash = String(request.headers['x-amz-content-sha256'])
  if (hash !== sha256(body)) return 'XAmzContentSHA256Mismatch'
  const needed = ['host', 'x-amz-date', 'x-amz-content-sha256']
  if (!needed.every((name) => names.split(';').includes(name))) return 'AccessDenied'
  const address = new URL(request.url!, account.url)
  const query = [...address.searchParams]
    .map(([name, value]) => `${escape(name)}=${escape(value)}`)
    .toSorted()
    .join('&')
  const headers = names
    .split(';')
    .map((name) => `${name}:${String(request.headers[name]).trim()}\n`)
  const canonical = [request.method, address.pathname, query, headers.join(''), names, hash]
  const scope = [day, region, service, end].join('/')
  const toSign = ['AWS4-HMAC-SHA256', date, scope, sha256(canonical.join('\n'))].join('\n')
  const key = [day, region, service, end].reduce<string | Buffer>(
    (before, part) => hmac(before, part),
    `AWS4${account.secret}`,
  )
  return hmac(key, toSign).toString('hex') === signature ? null : 'SignatureDoesNotMatch'
}

/** RFC 3986, as the signature wants it. */
const escape = (text: string) =>
  encodeURIComponent(text).replaceAll(
    /[!'()*]/g,
    (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`,
  )
