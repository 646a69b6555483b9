import type { Ctx } from '#src/base/ctx.ts'
import { Refusal } from '#src/base/refusal.ts'
import { normalizePhone } from '#src/modules/places/index.ts'
import type { Recipient } from '#src/modules/deliveries/index.ts'

/** Zalo is followed there; here people give a phone or a mailbox. */
export type SubscriptionChannel = 'sms' | 'email'

const mailbox = /^[^\s@"<>(),;:\\]{1,64}@(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,24}$/

/** What was typed, as it is written to, and which channel it is of. Refuses what is neither. */
export function addressOf(typed: string): { channel: SubscriptionChannel; address: string } {
  const text = typed.normalize('NFKC').trim().toLowerCase()
  if (text.includes('@')) {
    if (!mailbox.test(text)) throw new Refusal('outreach.mailbox_wrong', { field: 'address' })
    return { channel: 'email', address: text }
  }
  const phone = phoneOf(text)
  if (!/^0[35789]/.test(phone)) throw new Refusal('outreach.phone_not_mobile', { field: 'address' })
  return { channel: 'sms', address: phone }
}

/** Here it may be a mailbox too, and no landline: the usual word for a wrong phone would mislead. */
function phoneOf(text: string): string {
  try {
    return normalizePhone(text)
  } catch (error) {
    if (error instanceof Refusal) throw new Refusal('outreach.address_wrong', { field: 'address' })
    throw error
  }
}

export function addressMark(
  ctx: Pick<Ctx, 'sealer'>,
  { channel, address }: ReturnType<typeof addressOf>,
): Buffer {
  return ctx.sealer.mark('bulletin subscription', `${channel}:${address}`)
}

export function confirmMark(ctx: Pick<Ctx, 'sealer'>, token: string): Buffer {
  return ctx.sealer.mark('bulletin subscription confirm', token)
}

/** Who asked for it, confirmed it, and has not said that it is enough. */
export async function readSubscribers(
  ctx: Ctx,
  channel: SubscriptionChannel,
): Promise<Recipient[]> {
  const rows = await ctx.db
    .selectFrom('outreach.subscription')
    .select('to_sealed')
    .where('office_id', '=', ctx.officeId)
    .where('channel', '=', channel)
    .where('confirmed_at', 'is not', null)
    .orderBy('confirmed_at')
    .execute()
  return rows.map((row) => {
    const address = ctx.sealer.open(row.to_sealed)
    return channel === 'sms' ? { phone: address } : { email: address }
  })
}
