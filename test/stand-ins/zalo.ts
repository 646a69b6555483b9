import { createHash, randomBytes } from 'node:crypto'
import type { ZaloAddresses } from '#src/outside/zalo/zalo-addresses.ts'
import { playHttp, type Asked, type PlayedService, type Said } from './play-http.ts'

export type ZaloMessage = {
  /** Who got it: a user's id, or a phone as 84… */
  to: string
  text: string
  template?: { id: string; params: Record<string, string> }
  trackingId?: string
  ref: string
}

export type ZaloArticle = { id: string; title: string; author: string; told: number; gone: boolean }

export type ZaloStandIn = PlayedService & {
  addresses: ZaloAddresses
  account: { settings: Record<string, string>; secrets: Record<string, string> }
  oaSecret: string
  /** All that arrived, in order. */
  messages: ZaloMessage[]
  articles: Map<string, ZaloArticle>
  /** Agrees as the administrator of the account: the code with which Zalo sends them back. */
  agree: (connectUrl: string) => { code: string; state: string }
  /** A pair without the way over Zalo's page. */
  letIn: () => { access: string; refresh: string; expiresAt: Date }
  /** Access tokens from now on last so long, by the stand-in's clock. */
  tokenSeconds: number
  now: () => Date
  /** Ends the access token of now. */
  expire: () => void
  /** The office's administrator took the permission back. */
  revoke: () => void
  refreshes: () => number
  /** Refresh tokens that came a second time. */
  reused: () => number
  /** The next messages to this user or phone get this number of Zalo. */
  refuse: (to: string, error: number) => void
  /** Every message from now on gets this number; null ends it. */
  refuseAll: (error: number | null) => void
  /** An event as Zalo sends it, and as often as it repeats it. */
  sendEvent: (
    url: string,
    event: Record<string, unknown>,
    how?: { times?: number; secret?: string; at?: Date },
  ) => Promise<number[]>
  signEvent: (
    event: Record<string, unknown>,
    how?: { secret?: string; at?: Date },
  ) => { body: string; signature: string }
}

class Refused extends Error {
  readonly error: number
  constructor(error: number) {
    super(String(error))
    this.error = error
  }
}

const json = (asked: Asked): Record<string, unknown> => {
  if (!/^application\/json\b/.test(asked.headers['content-type'] ?? '')) throw new Refused(-201)
  return JSON.parse(asked.raw.toString()) as Record<string, unknown>
}

/**
 * Zalo on a real socket, as far as its papers say: methods, types, which header holds which secret, pairs
 * of tokens of which the second is good once, expiry by the clock, refusals with HTTP 200, the form of
 * phones, templates that were approved, and signed events that are repeated.
 */
export async function playZalo(): Promise<ZaloStandIn> {
  const appId = '4321098765432109876'
  const [appSecret, oaSecret] = [secret(), secret()]
  const messages: ZaloMessage[] = []
  const articles = new Map<string, ZaloArticle>()
  const writing = new Map<string, string>()
  const codes = new Map<string, string>()
  const access = new Map<string, number>()
  const refresh = new Set<string>()
  const used = new Set<string>()
  const refusals = new Map<string, number>()
  let always: number | null = null
  let refreshes = 0
  let reused = 0

  const issue = () => {
    const pair = { access: secret(), refresh: secret() }
    const seconds = it.tokenSeconds
    access.set(pair.access, it.now().getTime() + seconds * 1000)
    refresh.add(pair.refresh)
    return { ...pair, expiresAt: new Date(it.now().getTime() + seconds * 1000), seconds }
  }

  const giveTokens = (asked: Asked): object => {
    if (asked.headers['secret_key'] !== appSecret) throw new Refused(-14001)
    if (!/^application\/x-www-form-urlencoded\b/.test(asked.headers['content-type'] ?? ''))
      throw new Refused(-14002)
    const fields = new URLSearchParams(asked.raw.toString())
    if (fields.get('app_id') !== appId) throw new Refused(-14002)
    if (fields.get('grant_type') === 'refresh_token') {
      const token = fields.get('refresh_token') ?? ''
      if (used.has(token)) {
        reused++
        throw new Refused(-14020)
      }
      if (!refresh.delete(token)) throw new Refused(-14014)
      used.add(token)
      refreshes++
      access.clear()
    } else {
      const challenge = codes.get(fields.get('code') ?? '')
      codes.delete(fields.get('code') ?? '')
      const verifier = fields.get('code_verifier') ?? ''
      const made = createHash('sha256').update(verifier).digest('base64url')
      if (challenge === undefined || challenge !== made) throw new Refused(-14005)
    }
    const { access: access_token, refresh: refresh_token, seconds } = issue()
    return { access_token, refresh_token, expires_in: String(seconds) }
  }

  const requireToken = (asked: Asked, expired: number): void => {
    const until = access.get(String(asked.headers['access_token'] ?? ''))
    if (until === undefined || until <= it.now().getTime()) throw new Refused(expired)
  }

  const mayReach = (to: string): void => {
    if (always !== null) throw new Refused(always)
    const error = refusals.get(to)
    if (error === undefined) return
    refusals.delete(to)
    throw new Refused(error)
  }

  const answers: Record<string, (asked: Asked) => object> = {
    'POST /v4/oa/access_token': giveTokens,
    'POST /v3.0/oa/message/cs': (asked) => {
      requireToken(asked, -216)
      const { recipient, message } = json(asked) as {
        recipient?: { user_id?: string }
        message?: { text?: string }
      }
      const to = recipient?.user_id ?? ''
      const text = message?.text ?? ''
      if (to === '') throw new Refused(-201)
      if (text === '' || text.length > 2000) throw new Refused(-210)
      mayReach(to)
      const ref = secret()
      messages.push({ to, text, ref })
      return { error: 0, message: 'Success', data: { message_id: ref, user_id: to } }
    },
    'POST /message/template': (asked) => {
      requireToken(asked, -124)
      const body = json(asked)
      const phone = String(body['phone'] ?? '')
      if (!/^84[35789]\d{8}$/.test(phone)) throw new Refused(-108)
      const id = body['template_id']
      if (typeof id !== 'string' || !/^\d+$/.test(id)) throw new Refused(-109)
      const params = body['template_data'] as Record<string, string> | undefined
      if (!params || Object.keys(params).length === 0) throw new Refused(-111)
      if (Object.values(params).some((value) => typeof value !== 'string' || value === ''))
        throw new Refused(-112)
      mayReach(phone)
      const ref = secret()
      const trackingId = String(body['tracking_id'] ?? '')
      messages.push({ to: phone, text: '', template: { id, params }, trackingId, ref })
      const quota = { dailyQuota: '500', remainingQuota: '499' }
      return { error: 0, message: 'Success', data: { msg_id: ref, sent_time: '1', quota } }
    },
    'POST /v2.0/article/create': (asked) => {
      requireToken(asked, -216)
      const body = json(asked) as { title?: string; author?: string; body?: unknown[] }
      if (!body.title || body.title.length > 150 || !body.body?.length) throw new Refused(-201)
      const [id, token] = [secret(), secret()]
      const author = body.author ?? ''
      articles.set(id, { id, title: body.title, author, told: 0, gone: false })
      writing.set(token, id)
      return { error: 0, message: 'Success', data: { token } }
    },
    'POST /v2.0/article/verify': (asked) => {
      requireToken(asked, -216)
      const id = writing.get(String(json(asked)['token']))
      if (id === undefined) throw new Refused(-201)
      return { error: 0, message: 'Success', data: { id } }
    },
    'POST /v2.0/article/update': (asked) => {
      requireToken(asked, -216)
      const { id, title } = json(asked) as { id: string; title: string }
      const article = articles.get(id)
      if (!article || article.gone) throw new Refused(3002)
      article.title = title
      return { error: 0, message: 'Success', data: { token: secret() } }
    },
    'POST /v2.0/article/remove': (asked) => {
      requireToken(asked, -216)
      const article = articles.get(String(json(asked)['id']))
      if (!article) throw new Refused(3002)
      article.gone = true
      return { error: 0, message: 'Success' }
    },
    'POST /v2.0/oa/message': (asked) => {
      requireToken(asked, -216)
      const said = JSON.stringify(json(asked))
      const id = /"media_type":"article","attachment_id":"(\w+)"/.exec(said)?.[1]
      const article = id === undefined ? undefined : articles.get(id)
      if (!article || article.gone) throw new Refused(3002)
      mayReach('followers')
      article.told++
      return { error: 0, message: 'Success', data: { message_id: secret() } }
    },
  }

  const played = await playHttp((asked): Said => {
    try {
      const answer = answers[`${asked.method} ${asked.path}`]
      if (!answer) return { status: 404, json: { error: -106, message: 'Method unsupported' } }
      return { json: answer(asked) }
    } catch (error) {
      if (!(error instanceof Refused)) throw error
      // As the real one: the trouble is in the body, the status says that all is well.
      return { json: { error: error.error, error_name: 'x', message: 'x' } }
    }
  })

  const it: ZaloStandIn = Object.assign(played, {
    addresses: { oauth: played.url, api: played.url, business: played.url },
    account: { settings: { appId, author: 'UBND xã Vụ Bản' }, secrets: { appSecret, oaSecret } },
    oaSecret,
    messages,
    articles,
    agree: (connectUrl: string) => {
      const query = new URL(connectUrl).searchParams
      const ours = query.get('app_id') === appId && query.get('code_challenge_method') === 'S256'
      if (!ours || !query.get('redirect_uri')) throw new Error('Zalo shows an error page')
      const code = secret()
      codes.set(code, query.get('code_challenge') ?? '')
      return { code, state: query.get('state') ?? '' }
    },
    letIn: issue,
    tokenSeconds: 90_000,
    now: () => new Date(),
    expire: () => access.clear(),
    revoke: () => {
      access.clear()
      refresh.clear()
    },
    refreshes: () => refreshes,
    reused: () => reused,
    refuse: (to: string, error: number) => void refusals.set(to, error),
    refuseAll: (error: number | null) => void (always = error),
    signEvent: (
      event: Record<string, unknown>,
      { secret: by = oaSecret, at = it.now() }: { secret?: string; at?: Date } = {},
    ) => {
      const timestamp = String(at.getTime())
      // Written with spaces: whoever parses and writes it anew gets other bytes.
      const body = JSON.stringify({ app_id: appId, ...event, timestamp }, null, 1)
      const hash = createHash('sha256').update(appId + body + timestamp + by)
      return { body, signature: `mac=${hash.digest('hex')}` }
    },
    sendEvent: async (
      url: string,
      event: Record<string, unknown>,
      { times = 1, ...how }: { times?: number; secret?: string; at?: Date } = {},
    ) => {
      const { body, signature } = it.signEvent(event, how)
      const headers = { 'content-type': 'application/json', 'x-zevent-signature': signature }
      const statuses: number[] = []
      for (let i = 0; i < times; i++) {
        const response = await fetch(url, { method: 'POST', headers, body })
        await response.arrayBuffer()
        statuses.push(response.status)
      }
      return statuses
    },
  })
  return it
}

function secret(): string {
  return randomBytes(16).toString('hex')
}
