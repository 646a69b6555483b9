import { z } from 'zod'
import type { Credentials, Sent } from '../messages/driver.ts'
import { askGraph, facebookAddress, usualVersion } from './ask-graph.ts'

export type FacebookToken = {
  valid: boolean
  /** Null when it has no end of its own. */
  expiresAt: Date | null
  mayPost: boolean
}

const debugged = z.object({
  data: z.object({
    is_valid: z.boolean(),
    expires_at: z.number().optional(),
    data_access_expires_at: z.number().optional(),
    scopes: z.array(z.string()).default([]),
  }),
})

/**
 * Whether the page's token still lets us in, and until when, so that somebody renews it before
 * (developers.facebook.com, "debug_token"). 0 there means: no end.
 */
export async function readFacebookToken(
  { settings, secrets }: Credentials,
  signal: AbortSignal,
  address = facebookAddress,
): Promise<FacebookToken | { trouble: Sent }> {
  const { appId, version } = settings
  const { pageToken, appSecret } = secrets
  if (!appId || !appSecret || !pageToken)
    return { trouble: { outcome: 'account', why: 'settings_missing' } }
  const door = { base: `${address}/${version || usualVersion}`, token: `${appId}|${appSecret}` }
  const asked = { method: 'GET', path: 'debug_token', fields: { input_token: pageToken } } as const
  const answer = await askGraph(door, asked, signal)
  if (!answer.done) return { trouble: answer.sent }
  const read = debugged.safeParse(answer.said)
  if (!read.success) return { trouble: { outcome: 'later', why: 'garbled' } }
  const { is_valid: valid, expires_at, data_access_expires_at, scopes } = read.data.data
  const ends = [expires_at, data_access_expires_at].filter((it) => it !== undefined && it > 0)
  return {
    valid,
    expiresAt: ends.length === 0 ? null : new Date(Math.min(...(ends as number[])) * 1000),
    mayPost: scopes.includes('pages_manage_posts'),
  }
}
