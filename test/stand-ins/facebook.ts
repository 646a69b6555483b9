import { createHmac, randomBytes } from 'node:crypto'
import { playHttp, type Asked, type PlayedService, type Said } from './play-http.ts'

export type FacebookPost = {
  id: string
  message: string
  link: string | null
  pictures: { url: string; alt: string }[]
  /** Null: at once. */
  plannedFor: Date | null
  gone: boolean
}

export type FacebookStandIn = PlayedService & {
  account: { settings: Record<string, string>; secrets: Record<string, string> }
  app: { appId: string; appSecret: string }
  posts: Map<string, FacebookPost>
  /** What a person's browser brings back after agreeing. */
  agree: (connectUrl: string) => { code: string; state: string }
  /** How much of the page's hour is used, in percent; from 100 on calls are refused. */
  used: number
  minutesToRegain: number
  /** The page's token ends: its time, or the password was changed. */
  endToken: (how: 'expired' | 'revoked') => void
  tokenExpiresAt: Date | null
  /** The person lost the task of writing on the page. */
  takeTask: () => void
  now: () => Date
}

class Refused extends Error {
  readonly code: number
  readonly sub: number | undefined
  readonly status: number
  constructor(code: number, sub?: number, status = 400) {
    super(String(code))
    this.code = code
    this.sub = sub
    this.status = status
  }
}

/**
 * Facebook's Graph API on a real socket, as far as its papers say: the version in the address, the token
 * in a header, the proof with the app's secret, posts at once and planned within its limits, the same post
 * twice in a row refused, changed and taken down posts, usage headers and refusals when an hour is full.
 */
export async function playFacebook(): Promise<FacebookStandIn> {
  const app = { appId: '112233445566778', appSecret: secret() }
  const [pageId, pageToken] = ['100200300400500', secret()]
  const posts = new Map<string, FacebookPost>()
  const photos = new Map<string, { url: string; alt: string }>()
  const codes = new Map<string, string>()
  const [shortLived, longLived] = [new Set<string>(), new Set<string>()]
  let ended: 'expired' | 'revoked' | null = null
  let mayWrite = true

  const fieldsOf = (asked: Asked): URLSearchParams => {
    if (asked.method !== 'POST') return asked.query
    if (!/^application\/x-www-form-urlencoded\b/.test(asked.headers['content-type'] ?? ''))
      throw new Refused(100)
    return new URLSearchParams(asked.raw.toString())
  }
  const tokenOf = (asked: Asked, fields: URLSearchParams): string => {
    if (asked.query.has('access_token')) throw new Refused(190)
    const token = /^Bearer (.+)$/.exec(asked.headers.authorization ?? '')?.[1] ?? ''
    const proof = createHmac('sha256', app.appSecret).update(token).digest('hex')
    const isApp = token === `${app.appId}|${app.appSecret}`
    if (!isApp && fields.get('appsecret_proof') !== proof) throw new Refused(100)
    return token
  }
  const requirePage = (token: string): void => {
    if (token !== pageToken) throw new Refused(190)
    if (ended) throw new Refused(190, ended === 'expired' ? 463 : 460)
    if (!mayWrite) throw new Refused(200, undefined, 403)
    if (it.used >= 100) throw new Refused(80001)
  }
  const plannedFor = (fields: URLSearchParams): Date | null => {
    const at = fields.get('scheduled_publish_time')
    if (at === null) return null
    if (fields.get('published') !== 'false') throw new Refused(100)
    const wait = Number(at) * 1000 - it.now().getTime()
    if (wait < 600_000 || wait > 30 * 24 * 3_600_000) throw new Refused(100)
    return new Date(Number(at) * 1000)
  }

  const write = (fields: URLSearchParams): object => {
    const message = fields.get('message') ?? ''
    const attached = [...fields].filter(([name]) => name.startsWith('attached_media['))
    const pictures = attached.map(([, value]) => {
      const { media_fbid } = JSON.parse(value) as { media_fbid: string }
      const found = photos.get(media_fbid)
      if (!found) throw new Refused(100)
      return found
    })
    if (message === '' && !fields.has('link')) throw new Refused(100)
    const last = [...posts.values()].at(-1)
    const link = fields.get('link')
    if (last && !last.gone && last.message === message && last.link === link) throw new Refused(506)
    const id = `${pageId}_${posts.size + 1}`
    const planned = plannedFor(fields)
    posts.set(id, { id, message, link, pictures, plannedFor: planned, gone: false })
    return { id }
  }

  const answer = (asked: Asked): object => {
    const [, version, ...path] = asked.path.split('/')
    if (!/^v\d+\.0$/.test(version ?? '')) throw new Refused(2500)
    const fields = fieldsOf(asked)
    const what = `${asked.method} ${path.join('/')}`
    // "Error validating client secret": number 1, as for troubles of its own.
    if (what === 'POST oauth/access_token' && fields.get('client_secret') !== app.appSecret)
      throw new Refused(1)
    const token = tokenOf(asked, fields)
    if (what === 'POST oauth/access_token') {
      const code = codes.get(fields.get('code') ?? '')
      codes.delete(fields.get('code') ?? '')
      if (code !== undefined && code === fields.get('redirect_uri')) {
        return { access_token: keep(shortLived), token_type: 'bearer', expires_in: 5400 }
      }
      const exchanged = fields.get('fb_exchange_token') ?? ''
      if (fields.get('grant_type') !== 'fb_exchange_token' || !shortLived.has(exchanged))
        throw new Refused(190)
      return { access_token: keep(longLived), token_type: 'bearer', expires_in: 5_184_000 }
    }
    if (what === 'GET me/accounts') {
      if (!longLived.has(token)) throw new Refused(190)
      const tasks = mayWrite ? ['CREATE_CONTENT', 'ANALYZE'] : ['ANALYZE']
      return { data: [{ id: pageId, name: 'Xã Vụ Bản', access_token: pageToken, tasks }] }
    }
    if (what === 'GET debug_token') {
      if (fields.get('input_token') !== pageToken) return { data: { is_valid: false } }
      const expires_at = it.tokenExpiresAt ? it.tokenExpiresAt.getTime() / 1000 : 0
      const scopes = ['pages_manage_posts', 'pages_read_engagement']
      return { data: { is_valid: !ended, expires_at, scopes } }
    }
    requirePage(token)
    if (what === `POST ${pageId}/feed`) return write(fields)
    if (what === `POST ${pageId}/photos`) {
      const id = String(900 + photos.size)
      photos.set(id, { url: fields.get('url') ?? '', alt: fields.get('alt_text_custom') ?? '' })
      return { id }
    }
    const post = posts.get(path.join('/'))
    if (!post || post.gone) throw new Refused(100, 33)
    if (asked.method === 'DELETE') post.gone = true
    else post.message = fields.get('message') ?? post.message
    return { success: true }
  }

  const played = await playHttp((asked): Said => {
    const share = { type: 'pages', call_count: it.used, total_cputime: 1, total_time: 1 }
    const usage = { ...share, estimated_time_to_regain_access: it.minutesToRegain }
    const headers = { 'x-business-use-case-usage': JSON.stringify({ [pageId]: [usage] }) }
    try {
      return { json: answer(asked), headers }
    } catch (error) {
      if (!(error instanceof Refused)) throw error
      const { code, sub, status } = error
      const said = { message: 'x', type: 'OAuthException', code, error_subcode: sub }
      return { status, json: { error: said }, headers }
    }
  })
  const it: FacebookStandIn = Object.assign(played, {
    app,
    account: {
      settings: { pageId, appId: app.appId },
      secrets: { pageToken, appSecret: app.appSecret },
    },
    posts,
    agree: (connectUrl: string) => {
      const query = new URL(connectUrl).searchParams
      if (
        query.get('client_id') !== app.appId ||
        !/pages_manage_posts/.test(query.get('scope') ?? '')
      )
        throw new Error('Facebook shows an error page')
      const code = secret()
      codes.set(code, query.get('redirect_uri') ?? '')
      return { code, state: query.get('state') ?? '' }
    },
    used: 10,
    minutesToRegain: 0,
    endToken: (how: 'expired' | 'revoked') => void (ended = how),
    tokenExpiresAt: null,
    takeTask: () => void (mayWrite = false),
    now: () => new Date(),
  })
  return it
}

function keep(tokens: Set<string>): string {
  const token = secret()
  tokens.add(token)
  return token
}

function secret(): string {
  return randomBytes(16).toString('hex')
}
