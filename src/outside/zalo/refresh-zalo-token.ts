import type { Credentials, Refreshed } from '../messages/driver.ts'
import { askForPair } from './ask-for-pair.ts'
import { zaloAddresses, type ZaloAddresses } from './zalo-addresses.ts'

/**
 * A new pair for a refresh token, which is used up by it whether or not the answer arrives: to be called
 * once for each token, by one process.
 */
export async function refreshZaloToken(
  account: Credentials,
  refreshToken: string,
  signal: AbortSignal,
  at: ZaloAddresses = zaloAddresses,
  now: () => number = Date.now,
): Promise<Refreshed> {
  const fields = { refresh_token: refreshToken, grant_type: 'refresh_token' }
  return askForPair(account, fields, signal, at, now)
}
