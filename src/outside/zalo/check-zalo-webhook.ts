import { createHash, timingSafeEqual } from 'node:crypto'
import { readJson } from '../messages/ask-over-http.ts'
import { readZaloEvent, type ZaloEvent } from './read-zalo-event.ts'

export type ZaloWebhook =
  | { accepted: true; event: ZaloEvent }
  | { accepted: false; why: 'signature_wrong' | 'too_old' | 'malformed' }

/** Zalo repeats what was not answered; later than this it is somebody who kept a copy. */
const mostMinutes = 15

/**
 * Whether an event is Zalo's own and of now, and what it says. The signature is a plain SHA-256, no HMAC,
 * over app id, body, timestamp and the secret of the Official Account; over the bytes as they came, since
 * JSON written anew is other bytes.
 */
export function checkZaloWebhook(
  rawBody: Uint8Array,
  signature: string | undefined,
  { appId, oaSecret, now }: { appId: string; oaSecret: string; now: Date },
): ZaloWebhook {
  // Without the secret anybody could compute it.
  if (!appId || !oaSecret) return { accepted: false, why: 'signature_wrong' }
  const said = readJson(Buffer.from(rawBody).toString())
  if (typeof said !== 'object' || said === null) return { accepted: false, why: 'malformed' }
  const timestamp = String((said as { timestamp?: unknown }).timestamp ?? '')
  const hash = createHash('sha256')
  const mac = hash.update(appId).update(rawBody).update(timestamp).update(oaSecret).digest()
  const given = Buffer.from(signature?.replace(/^mac\s*=\s*/, '').trim() ?? '', 'hex')
  if (given.length !== mac.length || !timingSafeEqual(given, mac))
    return { accepted: false, why: 'signature_wrong' }
  const age = now.getTime() - Number(timestamp)
  // Not a number: neither within nor beyond.
  if (!(Math.abs(age) <= mostMinutes * 60_000)) return { accepted: false, why: 'too_old' }
  const event = readZaloEvent(said, new Date(Number(timestamp)), rawBody)
  return event ? { accepted: true, event } : { accepted: false, why: 'malformed' }
}
