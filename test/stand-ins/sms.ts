import { randomBytes } from 'node:crypto'
import { playHttp, type Asked, type PlayedService, type Said } from './play-http.ts'

export type Sms = {
  phone: string
  text: string
  unicode: boolean
  requestId: string
  smsId: string
  brandname: string
}

export type SmsStandIn = PlayedService & {
  account: { settings: Record<string, string>; secrets: Record<string, string> }
  /** All that was taken, in order, without what was only tried out. */
  messages: Sms[]
  balance: number
  /** The next messages to this phone get this number. */
  refuse: (phone: string, code: string) => void
  /** Every message from now on gets this number; null ends it. */
  refuseAll: (code: string | null) => void
  /** How often a message came that was there already. */
  duplicates: () => number
  /** What they say to our address when a message is settled. */
  report: (sms: Sms, arrived: boolean) => URLSearchParams
}

const ascii = /^[\n\x20-\x7e€]*$/

/**
 * An SMS provider as eSMS on a real socket: keys in the body, the sender's registered name, forms of
 * phones, letters only in the alphabet that was said, our id known for a day, money, and reports.
 */
export async function playSms(): Promise<SmsStandIn> {
  const secrets = { apiKey: secret(), secretKey: secret() }
  const settings = { brandname: 'XaVuBan' }
  const messages: Sms[] = []
  const known = new Map<string, string>()
  const refusals = new Map<string, string>()
  let always: string | null = null
  let duplicates = 0

  const judge = (body: Record<string, string>): { code: string; smsId?: string } => {
    const { Phone: phone = '', Content: text = '', RequestId: requestId = '' } = body
    if (body['ApiKey'] !== secrets.apiKey || body['SecretKey'] !== secrets.secretKey)
      return { code: '101' }
    if (always !== null) return { code: always }
    if (body['Brandname'] !== settings.brandname) return { code: '104' }
    if (body['SmsType'] !== '2') return { code: '118' }
    if (!/^(84|0)[35789]\d{8}$/.test(phone)) return { code: '108' }
    const unicode = body['IsUnicode'] === '1'
    if (text === '' || (!unicode && !ascii.test(text))) return { code: '146' }
    if (known.has(requestId)) {
      duplicates++
      return { code: '124' }
    }
    const refusal = refusals.get(phone)
    if (refusal !== undefined) {
      refusals.delete(phone)
      return { code: refusal }
    }
    if (it.balance <= 0) return { code: '103' }
    const smsId = secret()
    if (body['Sandbox'] === '1') return { code: '100', smsId }
    if (requestId !== '') known.set(requestId, smsId)
    it.balance--
    messages.push({ phone, text, unicode, requestId, smsId, brandname: settings.brandname })
    return { code: '100', smsId }
  }

  const played = await playHttp((asked: Asked): Said => {
    const isSend =
      asked.method === 'POST' &&
      asked.path === '/MainService.svc/json/SendMultipleMessage_V4_post_json/' &&
      /^application\/json\b/.test(asked.headers['content-type'] ?? '')
    if (!isSend) return { status: 404, text: 'Endpoint not found.' }
    const { code, smsId } = judge(JSON.parse(asked.raw.toString()) as Record<string, string>)
    // As the real one: always 200, and the number is a text.
    return { json: { CodeResult: code, CountRegenerate: 0, SMSID: smsId ?? null } }
  })
  const it: SmsStandIn = Object.assign(played, {
    account: { settings, secrets },
    messages,
    balance: 1_000_000,
    refuse: (phone: string, code: string) => void refusals.set(phone, code),
    refuseAll: (code: string | null) => void (always = code),
    duplicates: () => duplicates,
    report: ({ smsId, requestId, phone }: Sms, arrived: boolean) =>
      new URLSearchParams({
        ...{ SMSID: smsId, SendFailed: arrived ? '0' : '1', SendSuccess: arrived ? '1' : '0' },
        ...{ SendStatus: '5', TotalPrice: '350.0000', TotalReceiver: '1', TotalSent: '1' },
        ...{ RequestId: requestId, TypeId: '2', telcoid: '1', phonenumber: phone },
      }),
  })
  return it
}

function secret(): string {
  return randomBytes(16).toString('hex')
}
