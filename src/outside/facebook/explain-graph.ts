import type { Sent } from '../messages/driver.ts'

const passing = new Set([1, 2])
const throttled = new Set([4, 17, 32, 341, 613, 80001, 80002])
const usualRest = 600
const blockedRest = 6 * 3600

/**
 * What Facebook's numbers mean (developers.facebook.com, "Handle Errors", and its limits of calls for
 * pages).
 */
export function explainGraph(
  { code, error_subcode: sub }: { code: number; error_subcode?: number | undefined },
  restSeconds: number,
): Sent {
  if (passing.has(code)) return { outcome: 'unsure', why: 'service_error' }
  if (throttled.has(code))
    return { outcome: 'later', why: 'too_fast', waitSeconds: Math.max(restSeconds, usualRest) }
  if (code === 368) return { outcome: 'later', why: 'too_fast', waitSeconds: blockedRest }
  // 463: its time is over; else the password changed, the app was removed, the person is no administrator.
  if (code === 190 || code === 102)
    return { outcome: 'account', why: sub === 463 ? 'token_expired' : 'token_revoked' }
  if (code === 10 || code === 3 || (code >= 200 && code <= 299))
    return { outcome: 'account', why: 'permission_missing' }
  if (code === 506) return { outcome: 'never', why: 'duplicate' }
  if (code === 100 && sub === 33) return { outcome: 'never', why: 'post_gone' }
  return { outcome: 'never', why: 'content_refused' }
}
