export type SmsReport = {
  /** How they call the message. */
  ref: string
  /** How we call it, when they give it back. */
  messageId: string | null
  arrived: boolean
}

/**
 * What eSMS says by a GET to our address when a message is settled (developers.esms.vn, "Callback Url").
 * They sign nothing: the address itself must be one that only they know. Null while it is not settled, and
 * for anything else.
 */
export function readSmsReport(query: URLSearchParams): SmsReport | null {
  const ref = query.get('SMSID')
  const settled = query.get('SendStatus') === '5'
  if (!ref || !settled) return null
  const [reached, missed] = [Number(query.get('SendSuccess')), Number(query.get('SendFailed'))]
  if (!(reached > 0) && !(missed > 0)) return null
  return { ref, messageId: query.get('RequestId') || null, arrived: reached > 0 }
}
