import { z } from 'zod'
import { askOverHttp } from '../messages/ask-over-http.ts'
import type { Credentials, Refreshed } from '../messages/driver.ts'
import { judgeAnswer } from '../messages/judge-answer.ts'
import type { ZaloAddresses } from './zalo-addresses.ts'

const pair = z.object({
  access_token: z.string().min(1),
  refresh_token: z.string().min(1),
  expires_in: z.coerce.number().positive(),
})
const refused = z.object({ error: z.coerce.number() })

/** Refused for the app or its secret, not for the token: the token is as good as before. */
const keyWrong = new Set([-14001, -14002, -14003, -14004])

/**
 * Asks Zalo for tokens (developers.zalo.me, OAuth 4): form fields, the app's secret in the header
 * `secret_key`. How long the access token lasts is what Zalo says then: papers name one hour or 25.
 */
export async function askForPair(
  { settings, secrets }: Pick<Credentials, 'settings' | 'secrets'>,
  fields: Record<string, string>,
  signal: AbortSignal,
  at: ZaloAddresses,
  now: () => number = Date.now,
): Promise<Refreshed> {
  const { appId } = settings
  const { appSecret } = secrets
  if (!appId || !appSecret) return { outcome: 'account', why: 'settings_missing' }
  const headers = {
    secret_key: appSecret,
    'content-type': 'application/x-www-form-urlencoded',
  }
  const body = new URLSearchParams({ ...fields, app_id: appId }).toString()
  const url = `${at.oauth}/v4/oa/access_token`
  const askedAt = now()
  const answer = judgeAnswer(await askOverHttp({ url, headers, body }, signal))
  if (!answer.spoke) return answer.sent
  const read = pair.safeParse(answer.said)
  if (read.success) {
    const { access_token: access, refresh_token: refresh, expires_in: seconds } = read.data
    const expiresAt = new Date(askedAt + seconds * 1000)
    return { outcome: 'refreshed', pair: { access, refresh, expiresAt } }
  }
  const trouble = refused.safeParse(answer.said)
  if (!trouble.success) return { outcome: 'unsure', why: 'garbled' }
  const why = keyWrong.has(trouble.data.error) ? 'key_wrong' : 'token_revoked'
  return { outcome: 'account', why }
}
