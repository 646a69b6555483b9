import { z } from 'zod'
import type { Credentials, Driver, Outgoing, Sent } from '../messages/driver.ts'
import { askZalo } from './ask-zalo.ts'
import { publishArticle, removeArticle, rewriteArticle } from './publish-article.ts'
import { refreshZaloToken } from './refresh-zalo-token.ts'
import { zaloAddresses, type ZaloAddresses } from './zalo-addresses.ts'

/** developers.zalo.me: the text of a consulting message. */
const longestText = 2000

const sentMessage = z.object({ message_id: z.string() })

/**
 * A Zalo Official Account: consulting messages to those who follow it and wrote lately (version 3.0), and
 * articles told to all who follow it (version 2.0). Zalo knows no id of ours, so that what may have arrived
 * is not sent again.
 *
 * Settings: `appId`, optionally `author` and `coverUrl` of articles. Secrets: `appSecret`; `oaSecret` for
 * the webhook.
 */
export function openZalo(at: ZaloAddresses = zaloAddresses, now: () => number = Date.now): Driver {
  return {
    kind: 'zalo',
    repeats: false,
    send: (account, message, signal) => send(at, account, message, signal),
    refresh: (account, token, signal) => refreshZaloToken(account, token, signal, at, now),
  }
}

async function send(
  at: ZaloAddresses,
  account: Credentials,
  { to, content }: Outgoing,
  signal: AbortSignal,
): Promise<Sent> {
  const { accessToken } = account
  if (!accessToken) return { outcome: 'account', why: 'settings_missing' }
  const door = { api: at.api, accessToken, settings: account.settings }
  if (content.remove) return removeArticle(door, content.remove, signal)
  if (content.edit) return rewriteArticle(door, content.edit, content, signal)
  if (to.page) return publishArticle(door, content, signal)
  if (!to.zaloUserId) return { outcome: 'never', why: 'recipient_wrong' }
  const text = [content.title, content.text, content.link].filter(Boolean).join('\n')
  if (text === '') return { outcome: 'never', why: 'content_refused' }
  if (text.length > longestText) return { outcome: 'never', why: 'too_long' }
  const [picture] = content.pictures ?? []
  const body = {
    recipient: { user_id: to.zaloUserId },
    message: { text, ...(picture && { attachment: showPicture(picture.url) }) },
  }
  const url = `${at.api}/v3.0/oa/message/cs`
  const answer = await askZalo({ url, accessToken, body }, signal)
  if (!answer.done) return answer.sent
  const read = sentMessage.safeParse(answer.data)
  return { outcome: 'accepted', ref: read.success ? read.data.message_id : null }
}

function showPicture(url: string): object {
  const elements = [{ media_type: 'image', url }]
  return { type: 'template', payload: { template_type: 'media', elements } }
}
