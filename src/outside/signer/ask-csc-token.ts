import { z } from 'zod'
import { SignerTrouble } from './signer.ts'

export type CscAccount = { url: string; clientId: string; clientSecret: string }

const granted = z.object({ access_token: z.string().min(1), expires_in: z.number().default(60) })
const kept = new Map<string, { token: string; until: number }>()

/**
 * The office's token at a remote signing service, by OAuth 2.0 client credentials (RFC 6749, 4.4; CSC
 * API v2, `oauth2/token`). Kept in memory until shortly before it runs out.
 */
export async function askCscToken(
  { url, clientId, clientSecret }: CscAccount,
  { timeout = 10_000 }: { timeout?: number } = {},
): Promise<string> {
  const account = `${url}\0${clientId}\0${clientSecret}`
  const known = kept.get(account)
  if (known && known.until > Date.now()) return known.token
  const response = await fetch(`${url}/oauth2/token`, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({
      ...{ grant_type: 'client_credentials', client_id: clientId, client_secret: clientSecret },
    }).toString(),
    signal: AbortSignal.timeout(timeout),
    redirect: 'error',
  }).catch((error: unknown) => {
    throw new SignerTrouble('unreachable', (error as Error).message)
  })
  const answer = granted.safeParse(await response.json().catch(() => null))
  if (response.status === 400 || response.status === 401) throw new SignerTrouble('not_allowed')
  if (!response.ok) throw new SignerTrouble('unreachable', `HTTP ${response.status}`)
  if (!answer.success) throw new SignerTrouble('answer_wrong', 'oauth2/token')
  const { access_token: token, expires_in: seconds } = answer.data
  kept.set(account, { token, until: Date.now() + (seconds - 30) * 1000 })
  return token
}
