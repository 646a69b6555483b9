import { z } from 'zod'
import type { Driver } from '../messages/driver.ts'
import { askZalo } from './ask-zalo.ts'
import { refreshZaloToken } from './refresh-zalo-token.ts'
import { zaloAddresses, type ZaloAddresses } from './zalo-addresses.ts'

const sentMessage = z.object({ msg_id: z.string() })

/**
 * Zalo Notification Service: a wording that Zalo approved beforehand, to a phone number whether or not
 * its owner follows the office. Our id goes along as `tracking_id` and comes back with the webhook; that
 * Zalo would refuse it a second time is written nowhere.
 */
export function openZns(at: ZaloAddresses = zaloAddresses, now: () => number = Date.now): Driver {
  return {
    kind: 'zns',
    repeats: false,
    refresh: (account, token, signal) => refreshZaloToken(account, token, signal, at, now),
    send: async ({ accessToken }, { id, to, content }, signal) => {
      if (!accessToken) return { outcome: 'account', why: 'settings_missing' }
      if (!to.phone) return { outcome: 'never', why: 'recipient_wrong' }
      if (!content.template) return { outcome: 'never', why: 'template_wrong' }
      const body = {
        phone: to.phone,
        template_id: content.template.id,
        template_data: content.template.params,
        tracking_id: id,
      }
      const url = `${at.business}/message/template`
      const answer = await askZalo({ url, accessToken, body }, signal)
      if (!answer.done) return answer.sent
      const read = sentMessage.safeParse(answer.data)
      return { outcome: 'accepted', ref: read.success ? read.data.msg_id : null }
    },
  }
}
