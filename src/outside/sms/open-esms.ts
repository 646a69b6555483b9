import { z } from 'zod'
import { askOverHttp } from '../messages/ask-over-http.ts'
import type { Credentials, Driver, Outgoing, Sent, Why } from '../messages/driver.ts'
import { judgeAnswer } from '../messages/judge-answer.ts'
import { countSmsParts, needsMarks } from './count-sms-parts.ts'

export const esmsAddress = 'https://rest.esms.vn'

const path = '/MainService.svc/json/SendMultipleMessage_V4_post_json/'

/** Longer ones are refused by the networks. */
const mostParts = 6

const said = z.object({ CodeResult: z.coerce.string(), SMSID: z.string().nullish() })

const account = (why: Why): Sent => ({ outcome: 'account', why })
const never = (why: Why): Sent => ({ outcome: 'never', why })

/** developers.esms.vn/esms-api/bang-ma-loi; 99: this number is blocked there. */
const meanings: Record<string, Sent> = {
  99: never('recipient_refused'),
  101: account('key_wrong'),
  102: account('package_missing'),
  103: account('no_balance'),
  104: account('sender_not_approved'),
  108: never('recipient_wrong'),
  118: account('package_missing'),
  140: account('address_not_allowed'),
  146: never('template_wrong'),
  177: account('sender_not_approved'),
  199: { outcome: 'later', why: 'too_fast', waitSeconds: 60 },
  300: account('settings_missing'),
  301: account('package_missing'),
}

/**
 * Short messages over eSMS, and over whoever speaks as they do. Our id is their `RequestId`, which they
 * remember for a day: a message that they have already (124) is not sent again. Accepted is not yet
 * delivered; that comes later, see `readSmsReport`.
 *
 * Settings: `brandname`, optionally `smsType` (2: customer care), `callbackUrl`, `sandbox` = `yes`.
 * Secrets: `apiKey`, `secretKey`.
 */
export function openEsms(address = esmsAddress): Driver {
  return {
    kind: 'sms',
    repeats: true,
    repeatsForHours: 20,
    send: (account, message, signal) => send(address, account, message, signal),
  }
}

async function send(
  address: string,
  { settings, secrets }: Credentials,
  { id, to, content }: Outgoing,
  signal: AbortSignal,
): Promise<Sent> {
  const { apiKey, secretKey } = secrets
  const { brandname, smsType, callbackUrl, sandbox } = settings
  if (!apiKey || !secretKey || !brandname) return account('settings_missing')
  if (!to.phone) return never('recipient_wrong')
  const text = [content.text, content.link].filter(Boolean).join(' ').normalize('NFC')
  if (text === '') return never('content_refused')
  if (countSmsParts(text).marked > mostParts) return never('too_long')
  const body = JSON.stringify({
    ApiKey: apiKey,
    SecretKey: secretKey,
    Phone: to.phone,
    Content: text,
    Brandname: brandname,
    SmsType: smsType || '2',
    IsUnicode: needsMarks(text) ? '1' : '0',
    RequestId: id,
    Sandbox: sandbox === 'yes' ? '1' : '0',
    ...(callbackUrl && { CallbackUrl: callbackUrl }),
  })
  const headers = { 'content-type': 'application/json' }
  const answer = judgeAnswer(await askOverHttp({ url: address + path, headers, body }, signal))
  if (!answer.spoke) return answer.sent
  const read = said.safeParse(answer.said)
  if (!read.success) return { outcome: 'unsure', why: 'garbled' }
  const { CodeResult: code, SMSID: ref } = read.data
  if (code === '100') return { outcome: 'accepted', ref: ref ?? null }
  if (code === '124') return { outcome: 'accepted', ref: null }
  // A number that is new to us: refused, or a trouble of theirs. Asking again is safe here.
  return meanings[code] ?? { outcome: 'later', why: 'service_error' }
}
