import type { Sent } from '../messages/driver.ts'

type Trouble = { code?: string; responseCode?: number; response?: string; command?: string }

/** The server said no in its own words, rather than falling silent. */
export function isRefusal(error: unknown): boolean {
  return ((error as Trouble).responseCode ?? 0) >= 400
}

/**
 * What a mail server's refusal means: 4xx may pass, 5xx will not (RFC 5321, 4.2.1); the enhanced codes of
 * RFC 3463 say whether the recipient or the letter is meant.
 */
export function explainSmtp(error: unknown): Sent {
  const { code, responseCode = 0, response = '', command = '' } = error as Trouble
  if (code === 'EAUTH' || responseCode === 535 || responseCode === 530)
    return responseCode >= 400 && responseCode < 500
      ? { outcome: 'later', why: 'service_error' }
      : { outcome: 'account', why: 'key_wrong' }
  if (code === 'ETLS') return { outcome: 'account', why: 'settings_missing' }
  if (responseCode >= 400 && responseCode < 500)
    return /\b4\.2\.2\b/.test(response)
      ? { outcome: 'later', why: 'recipient_unreachable' }
      : { outcome: 'later', why: responseCode === 421 ? 'too_fast' : 'service_error' }
  if (responseCode >= 500 && command === 'MAIL FROM')
    return { outcome: 'account', why: 'sender_not_approved' }
  if (responseCode >= 500 && /\b5\.(1|2)\.\d/.test(response))
    return {
      outcome: 'never',
      why: /\b5\.2\./.test(response) ? 'recipient_unreachable' : 'recipient_wrong',
    }
  if (responseCode >= 500)
    return command === 'RCPT TO'
      ? { outcome: 'never', why: 'recipient_wrong' }
      : { outcome: 'never', why: 'content_refused' }
  if (code === 'EENVELOPE') return { outcome: 'never', why: 'recipient_wrong' }
  return { outcome: 'later', why: 'unreachable' }
}
