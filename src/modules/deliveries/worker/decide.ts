import type { DeliveriesState } from '#src/base/database.generated.ts'
import type { Sent } from '#src/outside/messages/driver.ts'
import { later } from './delivery-world.ts'
import { pauseAfter, type Pace } from './pace.ts'

/** What is known of the message when the channel has answered. */
export type Tried = {
  /** Passing failures before this attempt. */
  failures: number
  firstTriedAt: Date
  pinnedSince: Date | null
  /** The service knows our id, and for how many hours it remembers it; 0 when it does not. */
  repeatsForHours: number
  /** Another account could be asked now. */
  hasOther: boolean
}

export type Decided = {
  state: DeliveriesState
  why: string | null
  nextAt: Date | null
  failures: number
  /** Since when it may have arrived at this account: no other is asked. */
  pinnedSince: Date | null
}

const hour = 3_600_000

/**
 * What becomes of a message after an attempt. Three kinds of failure: passing (tried again with growing
 * pauses, at once over another account, and looked at by a person after days), of this message (over), of
 * the account (the message waits as it is). What may have arrived is asked again only of the same service
 * and only while that remembers our id; else a person decides.
 *
 * `chance` from 0 to 1 spreads the pauses.
 */
export function decide(tried: Tried, sent: Sent, now: Date, pace: Pace, chance: number): Decided {
  const { failures, pinnedSince } = tried
  const settled = { nextAt: null, failures, pinnedSince: null }
  if (sent.outcome === 'accepted')
    return { ...settled, state: sent.delivered ? 'delivered' : 'accepted', why: null }
  if (sent.outcome === 'never') return { ...settled, state: 'failed', why: sent.why }
  if (sent.outcome === 'account') {
    // A moment for the new token.
    const nextAt = sent.why === 'token_expired' ? later(now, 1) : now
    return { state: 'waiting', why: sent.why, nextAt, failures, pinnedSince }
  }

  const unsure = sent.outcome === 'unsure'
  const pinned = pinnedSince ?? (unsure ? now : null)
  const held = { nextAt: null, failures: failures + 1, pinnedSince: pinned, state: 'held' } as const
  if (pinned && now.getTime() - pinned.getTime() >= tried.repeatsForHours * hour)
    return { ...held, why: 'may_have_arrived' }
  if (now.getTime() - tried.firstTriedAt.getTime() >= pace.patienceHours * hour)
    return { ...held, why: pinned ? 'may_have_arrived' : 'tried_too_long' }

  const other = !pinned && tried.hasOther && failures % 2 === 0
  const asked = sent.outcome === 'later' && !other ? (sent.waitSeconds ?? 0) : 0
  const pause = other ? 0 : Math.max(asked, pauseAfter(pace, failures + 1, chance))
  return {
    state: 'waiting',
    why: sent.why,
    nextAt: later(now, pause),
    failures: failures + 1,
    pinnedSince: pinned,
  }
}
