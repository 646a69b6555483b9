import type { Ctx } from '#src/base/ctx.ts'
import { announce } from '#src/base/live.ts'
import {
  enqueue,
  listOpenChannels,
  type ChannelKind,
  type Recipient,
  type Subject,
} from '#src/modules/deliveries/index.ts'
import { getOffice } from '#src/modules/offices/index.ts'
import type { ToTell } from './ask-to-tell.ts'
import type { Choice, Way } from './choice.ts'
import { optOutMark } from './opt-out-mark.ts'
import { readTemplates } from './read-templates.ts'
import { wordNotice } from './word-notice.ts'

/** A person is reached over Zalo by phone, whether or not they follow the office: that is ZNS. */
const channelOf: Partial<Record<Way, ChannelKind>> = { zalo: 'zns', sms: 'sms', email: 'email' }

export const noticeSubject = (messageId: string): Subject => ({
  kind: 'notices.message',
  id: messageId,
})

/**
 * Hands a message to the channel that the person chose, in the same transaction. Not when the office has
 * no account there or no approved wording, the number cannot be reached that way, or the address wants
 * none: then the message stays where officers see it.
 *
 * @returns whether a channel has it
 */
export async function sendNotice(
  ctx: Ctx,
  messageId: string,
  said: ToTell,
  choice: Choice,
  phoneSealed: Uint8Array | null,
): Promise<boolean> {
  const channel = channelOf[choice.way]
  if (!channel || !(await listOpenChannels(ctx)).includes(channel)) return false
  const address = channel === 'email' ? choice.email : phoneSealed && ctx.sealer.open(phoneSealed)
  if (!address || (await hasOptedOut(ctx, address))) return false
  const to: Recipient = channel === 'email' ? { email: address } : { phone: address }
  if (to.phone !== undefined && !/^0[35789]\d{8}$/.test(to.phone)) return false
  const [template] = await readTemplates(ctx, { kinds: [said.kind] })
  const { name } = await getOffice(ctx)
  const worded = wordNotice(channel, said, template!, name.vi, choice)
  if (!worded) return false
  await enqueue(ctx, {
    ...{ clientKey: `notice:${messageId}`, channel, to, ...worded, purpose: 'notice' },
    subject: noticeSubject(messageId),
    // Whose turn is near cannot wait for the morning, nor go behind a bulletin.
    priority: said.kind === 'turn_near' ? 'urgent' : 'usual',
    ...(said.usefulUntil && { usefulUntil: said.usefulUntil }),
  })
  await ctx.db
    .updateTable('notices.message')
    .set({ state: 'on_its_way', channel, template_version: template!.version })
    .where('office_id', '=', ctx.officeId)
    .where('id', '=', messageId)
    .execute()
  await announce(ctx, 'notices', ctx.officeId)
  return true
}

async function hasOptedOut(ctx: Ctx, address: string): Promise<boolean> {
  const row = await ctx.db
    .selectFrom('notices.opt_out')
    .select('since')
    .where('office_id', '=', ctx.officeId)
    .where('address_mark', '=', optOutMark(ctx, address))
    .executeTakeFirst()
  return row !== undefined
}
