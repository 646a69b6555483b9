import { createHash, randomBytes } from 'node:crypto'
import type { Credentials, Refreshed } from '../messages/driver.ts'
import { askForPair } from './ask-for-pair.ts'
import { zaloAddresses, type ZaloAddresses } from './zalo-addresses.ts'

/** Keep `state` and `verifier` with who began; send them to `url`. */
export type ZaloConnecting = { url: string; state: string; verifier: string }

/** Begins letting us into an Official Account: its administrator agrees on a page of Zalo (RFC 7636, S256). */
export function beginZaloConnect(
  input: { appId: string; redirectUri: string },
  at: ZaloAddresses = zaloAddresses,
): ZaloConnecting {
  const verifier = randomBytes(32).toString('base64url')
  const state = randomBytes(24).toString('base64url')
  const url = new URL('/v4/oa/permission', at.oauth)
  url.searchParams.set('app_id', input.appId)
  url.searchParams.set('redirect_uri', input.redirectUri)
  url.searchParams.set('code_challenge', createHash('sha256').update(verifier).digest('base64url'))
  url.searchParams.set('code_challenge_method', 'S256')
  url.searchParams.set('state', state)
  return { url: url.href, state, verifier }
}

/** The first pair, for the code with which Zalo sent the administrator back. The code is good once. */
export async function finishZaloConnect(
  account: Pick<Credentials, 'settings' | 'secrets'>,
  input: { code: string; verifier: string },
  signal: AbortSignal,
  at: ZaloAddresses = zaloAddresses,
): Promise<Refreshed> {
  const { code, verifier } = input
  const fields = { code, code_verifier: verifier, grant_type: 'authorization_code' }
  return askForPair(account, fields, signal, at)
}
