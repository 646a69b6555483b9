import type { DeliveriesPurpose, DeliveriesState } from '#src/base/database.generated.ts'
import type { Ctx } from '#src/base/ctx.ts'
import { Refusal } from '#src/base/refusal.ts'
import { normalizePhone } from '#src/modules/places/index.ts'
import type { ChannelKind, Recipient } from '#src/outside/messages/driver.ts'

export type { ChannelKind, Content, Recipient } from '#src/outside/messages/driver.ts'
export type Purpose = DeliveriesPurpose
export type DeliveryState = DeliveriesState

export const channels = ['zalo', 'zns', 'facebook', 'sms', 'email'] as const

/** What a message is about, as its module calls it: `outreach.bulletin` and its id. */
export type Subject = { kind: string; id: string }

/** Urgent goes first, and also in quiet hours; low when nothing else waits. */
export type Priority = 'urgent' | 'usual' | 'low'

export const priorityNumber: Record<Priority, number> = { urgent: 0, usual: 1, low: 2 }

/**
 * Where a message on this channel goes, written in one way only, so that the same person is the same
 * address. Refuses a recipient whom the channel cannot know: no phone for an SMS.
 */
export function addressOn(channel: ChannelKind, to: Recipient): Recipient {
  const found = {
    // To the page of the account: an article for all who follow it.
    zalo: () =>
      to.page ? { page: to.page } : to.zaloUserId && { zaloUserId: to.zaloUserId.trim() },
    zns: () => to.phone && { phone: mobile(to.phone) },
    sms: () => to.phone && { phone: mobile(to.phone) },
    facebook: () => to.page && { page: to.page },
    email: () => to.email && { email: to.email.normalize('NFC').trim().toLowerCase() },
  }[channel]()
  if (!found) throw new Refusal('deliveries.recipient_unfit')
  return found
}

function mobile(typed: string): string {
  const number = normalizePhone(typed)
  if (!/^0[35789]\d{8}$/.test(number)) throw new Refusal('deliveries.recipient_unfit')
  return `84${number.slice(1)}`
}

/** Equal for equal addresses of a channel; tells nothing to whom does not hold the key. */
export function markOf(ctx: Pick<Ctx, 'sealer'>, channel: ChannelKind, address: Recipient): Buffer {
  const who = address.phone ?? address.zaloUserId ?? address.email ?? 'page'
  return ctx.sealer.mark('deliveries.to', `${channel}:${who}`)
}

/** For screens that do not need the whole: the last four of a phone, the domain of an e-mail; of a page nothing. */
export function maskAddress({ phone, zaloUserId, email }: Recipient): string {
  if (phone) return `•••••• ${phone.slice(-4)}`
  if (zaloUserId) return `Zalo …${zaloUserId.slice(-4)}`
  if (email) return `…${email.slice(email.indexOf('@'))}`
  return ''
}
