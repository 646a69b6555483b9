import { readJson, type Answer } from './ask-over-http.ts'
import type { Sent } from './driver.ts'

/** The service answered in its own words. */
export type Spoken = { spoke: true; status: number; said: unknown }

/** What can be told before a service's own words are looked at. */
export type Unspoken = {
  spoke: false
  sent: Extract<Sent, { outcome: 'later' | 'unsure' }>
}

const longestWait = 24 * 3600

/**
 * Whether a service answered in its own words, or what became of the question otherwise. A page of some
 * proxy, a redirect or a sign-in page of a network are not its words.
 */
export function judgeAnswer(answer: Answer): Spoken | Unspoken {
  if (answer.got === 'nothing_sent') return unspoken({ outcome: 'later', why: answer.why })
  if (answer.got === 'no_answer') return unspoken({ outcome: 'unsure', why: answer.why })
  const { status } = answer
  if (status === 429 || status === 503) {
    const why = status === 429 ? 'too_fast' : 'service_error'
    return unspoken({ outcome: 'later', why, ...waitAsked(answer.headers['retry-after']) })
  }
  if (status >= 300 && status < 400) return unspoken({ outcome: 'later', why: 'garbled' })
  const said = readJson(answer.text)
  const isWords = typeof said === 'object' && said !== null
  if (status >= 500) return unspoken({ outcome: 'unsure', why: 'service_error' })
  if (isWords) return { spoke: true, status, said }
  return unspoken({ outcome: status < 400 ? 'unsure' : 'later', why: 'garbled' })
}

function unspoken(sent: Unspoken['sent']): Unspoken {
  return { spoke: false, sent }
}

/** Retry-After in seconds (RFC 9110, 10.2.3); its other form, a date, is left to our own pauses. */
function waitAsked(header: string | undefined): { waitSeconds?: number } {
  const seconds = Number(header)
  if (!header || !Number.isInteger(seconds) || seconds < 0) return {}
  return { waitSeconds: Math.min(seconds, longestWait) }
}
