import { setTimeout as wait } from 'node:timers/promises'
import { AwsClient } from 'aws4fetch'
import { hashAside } from '#src/base/hash-aside.ts'
import { isAddress, requireAddress, type Storage } from './storage.ts'

export type S3Account = {
  /** `https://host/bucket`, or with a folder in it; the bucket stands in the path. */
  url: string
  region: string
  keyId: string
  secret: string
}

type Patience = {
  /** How long one try may take, in milliseconds. */
  timeout?: number
  /** How often it is tried in all. */
  tries?: number
  /** Milliseconds before the second try; doubled before each that follows. */
  pause?: number
}

type Asked = { method: string; url: string; body?: Uint8Array; ifMatch?: string }

/** The storage did not answer, or would not. Whoever asked tries again later; nothing is half there. */
export class StorageTrouble extends Error {}

/**
 * Files at a service that speaks the protocol of Amazon S3: MinIO, Ceph, a provider's own. Each request
 * is signed with its body's SHA-256 (Signature Version 4,
 * https://docs.aws.amazon.com/AmazonS3/latest/API/sig-v4-header-based-auth.html), tried again after
 * a passing trouble, and given up after a time. Every deed here may be repeated without harm.
 */
export function openS3(account: S3Account, patience: Patience = {}): Storage {
  const base = account.url.replace(/\/+$/, '')
  const { bucket, folder } = splitPlace(base)
  const send = sender(account, patience)
  const at = (address: string) => `${base}/${requireAddress(address)}`
  return {
    put: async (address, sealed) => {
      await send({ method: 'PUT', url: at(address), body: sealed }, [200])
    },
    get: async (address) => {
      const answer = await send({ method: 'GET', url: at(address) }, [200, 404])
      return answer.status === 404 ? null : answer.body
    },
    remove: async (address) => {
      await send({ method: 'DELETE', url: at(address) }, [200, 204, 404])
    },
    list: async function* () {
      let next: string | undefined
      do {
        const query = new URLSearchParams({ 'list-type': '2', prefix: folder })
        if (next) query.set('continuation-token', next)
        const { body } = await send({ method: 'GET', url: `${bucket}?${query}` }, [200])
        const page = body.toString('utf8')
        yield* valuesOf(page, 'Key')
          .map((key) => key.slice(folder.length))
          .filter(isAddress)
        next = valuesOf(page, 'NextContinuationToken')[0]
      } while (next)
    },
    removeOlder: async (address, than) => {
      const head = await send({ method: 'HEAD', url: at(address) }, [200, 404])
      const put = new Date(head.headers.get('last-modified') ?? Number.NaN)
      if (head.status === 404 || !(put < than)) return false
      // Only what was looked at: a file put meanwhile has another mark, for no sealing is like another.
      const ifMatch = head.headers.get('etag') ?? ''
      const gone = await send({ method: 'DELETE', url: at(address), ifMatch }, [200, 204, 404, 412])
      return gone.status !== 412
    },
  }
}

/** Asks for one thing that is not there: whether the service answers and knows the key. */
export async function checkS3(account: S3Account, patience: Patience = {}): Promise<void> {
  await openS3(account, { tries: 1, ...patience }).get('0'.repeat(64))
}

type Answer = { status: number; headers: Headers; body: Buffer }

function sender(account: S3Account, { timeout = 20_000, tries = 4, pause = 200 }: Patience) {
  const { keyId: accessKeyId, secret: secretAccessKey, region } = account
  const signer = new AwsClient({ accessKeyId, secretAccessKey, region, service: 's3', retries: 0 })
  const once = async ({ method, url, body, ifMatch }: Asked): Promise<Answer> => {
    const hash = await hashAside(body ?? new Uint8Array())
    const headers = {
      'x-amz-content-sha256': hash.toString('hex'),
      ...(ifMatch ? { 'if-match': ifMatch } : {}),
    }
    const init = body ? { method, headers, body: new Uint8Array(body) } : { method, headers }
    // Signed anew for each try: a signature is good for a quarter of an hour only.
    const request = await signer.sign(url, init)
    const answer = await fetch(request, {
      signal: AbortSignal.timeout(timeout),
      redirect: 'error',
    })
    const got = Buffer.from(await answer.arrayBuffer())
    return { status: answer.status, headers: answer.headers, body: got }
  }
  return async (asked: Asked, expected: number[]): Promise<Answer> => {
    for (let attempt = 1; ; attempt++) {
      const answer = await once(asked).catch((error: unknown) => troubleOf(error))
      if ('status' in answer && expected.includes(answer.status)) return answer
      const passing = !('status' in answer) || answer.status >= 500 || answer.status === 429
      if (!passing || attempt >= tries) throw sayTrouble(asked, answer)
      await wait(pause * 2 ** (attempt - 1))
    }
  }
}

/** Why no answer came: the reason behind `fetch failed`. */
function troubleOf(error: unknown): Error {
  const cause = error instanceof Error && error.cause
  return cause instanceof Error ? cause : (error as Error)
}

function sayTrouble(asked: Asked, answer: Answer | Error): StorageTrouble {
  const why =
    'status' in answer
      ? `${answer.status} ${valuesOf(answer.body.toString('utf8'), 'Code')[0] ?? ''}`.trim()
      : answer.message || answer.name
  return new StorageTrouble(`${asked.method} ${new URL(asked.url).host}: ${why}`)
}

/** `https://host/bucket/folder` → `https://host/bucket` and `folder/`. */
function splitPlace(base: string): { bucket: string; folder: string } {
  const { origin, pathname } = new URL(base)
  const [, name = '', ...rest] = pathname.split('/')
  const folder = rest.filter(Boolean).map(decodeURIComponent).join('/')
  return { bucket: `${origin}/${name}`, folder: folder ? `${folder}/` : '' }
}

/** What stands in the tags of this name. Keys of ours and tokens hold nothing that XML must escape but &. */
function valuesOf(xml: string, name: string): string[] {
  return [...xml.matchAll(new RegExp(`<${name}>([^<]*)</${name}>`, 'g'))].map(([, value]) =>
    value!.replaceAll('&quot;', '"').replaceAll('&#34;', '"').replaceAll('&amp;', '&'),
  )
}
