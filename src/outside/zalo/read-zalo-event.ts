import { createHash } from 'node:crypto'
import { z } from 'zod'

export type ZaloEvent = {
  /** The same for an event that is repeated. */
  id: string
  at: Date
  /** Who did it, as this Official Account knows them; null where nobody did. */
  userId: string | null
} & (
  | { what: 'followed' | 'unfollowed' | 'opted_out' | 'opted_in' | 'other' }
  | { what: 'wrote'; text: string }
  /** Messages of ours reached the person: by Zalo's names, or by ours where it gives that back. */
  | { what: 'received'; refs: string[]; ourId: string | null }
)

const person = z.object({ id: z.string() }).optional()
const shape = z.object({
  event_name: z.string(),
  follower: person,
  sender: person,
  recipient: person,
  message: z
    .object({
      text: z.string().optional(),
      msg_id: z.string().optional(),
      msg_ids: z.array(z.string()).optional(),
      tracking_id: z.string().optional(),
    })
    .optional(),
})

/** Said alone these end or renew the bulletins; inside a sentence they are talk. */
const leaving = new Set([
  'dung',
  'ngung',
  'huy',
  'stop',
  'tu choi',
  'thoi',
  'dung gui',
  'huy nhan tin',
])
const coming = new Set(['nhan tin', 'dang ky', 'start', 'nhan lai'])

/** What an event says; null when it is not one. Names that are new to us are `other`. */
export function readZaloEvent(said: object, at: Date, rawBody: Uint8Array): ZaloEvent | null {
  const read = shape.safeParse(said)
  if (!read.success) return null
  const { event_name: name, follower, sender, recipient, message } = read.data
  const byBytes = createHash('sha256').update(rawBody).digest('hex').slice(0, 32)
  const id = message?.msg_id ? `${name}:${message.msg_id}` : `${name}:${byBytes}`
  const userId = (follower ?? sender)?.id ?? null
  if (name === 'follow') return { id, at, userId, what: 'followed' }
  if (name === 'unfollow') return { id, at, userId, what: 'unfollowed' }
  if (name === 'user_send_text') return { id, at, userId, ...understand(message?.text ?? '') }
  if (name === 'user_received_message') {
    const refs = message?.msg_ids ?? (message?.msg_id ? [message.msg_id] : [])
    const who = recipient?.id ?? userId
    return { id, at, userId: who, what: 'received', refs, ourId: message?.tracking_id ?? null }
  }
  return { id, at, userId, what: 'other' }
}

function understand(
  text: string,
): { what: 'opted_out' | 'opted_in' } | { what: 'wrote'; text: string } {
  const word = text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/đ/gi, 'd')
    .toLowerCase()
    .replace(/[^a-z ]/g, '')
    .trim()
  if (leaving.has(word)) return { what: 'opted_out' }
  if (coming.has(word)) return { what: 'opted_in' }
  return { what: 'wrote', text }
}
