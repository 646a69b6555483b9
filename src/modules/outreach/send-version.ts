import type { Ctx } from '#src/base/ctx.ts'
import { refuseBreach } from '#src/base/refuse-breach.ts'
import {
  enqueue,
  enqueueBroadcast,
  listMessages,
  listOpenChannels,
  withdraw,
} from '#src/modules/deliveries/index.ts'
import type { BulletinVersion } from './bulletin.ts'
import { listRecipients } from './list-recipients.ts'
import { pushVersion } from './push-version.ts'
import { readChannelChoices } from './read-channel-choices.ts'
import { authorOf } from './require-outreach.ts'
import {
  pageSubjectOf,
  sendingChannels,
  subjectOf,
  type Addresses,
  type PostChannel,
  type SendingChannel,
} from './sending.ts'
import { whenToSend } from './when-to-send.ts'
import { wordSending } from './word-sending.ts'

/**
 * Hands an approved version to the outbox of each channel, in the transaction of the approval: both
 * happen or neither. What of an older version has not gone out stays here. A post on Facebook is changed
 * where it stands; on Zalo a new article takes the place of the old one, because nobody is told of a
 * change; who got a message gets the new one. Every row points to the version as an
 * approved one, so the database itself refuses any other.
 *
 * @param chosen which channels; those that the office ticked, when left out
 */
export async function sendVersion(
  ctx: Ctx,
  input: {
    bulletinId: string
    version: BulletinVersion
    addresses: Addresses
    chosen?: readonly SendingChannel[] | undefined
  },
): Promise<void> {
  const { bulletinId, version, addresses } = input
  const choices = await readChannelChoices(ctx)
  const open = await listOpenChannels(ctx)
  const chosen = input.chosen ?? sendingChannels.filter((it) => choices[it].byItself)
  const posts = {
    zalo: await findPost(ctx, bulletinId, 'zalo'),
    facebook: await findPost(ctx, bulletinId, 'facebook'),
  }
  await withdraw(ctx, { subject: subjectOf(bulletinId) })
  await withdraw(ctx, { subject: pageSubjectOf(bulletinId) })
  const { notBefore, usefulUntil } = whenToSend(version, ctx.now)
  const common = {
    usefulUntil,
    ...(notBefore && { notBefore }),
    priority: version.priority === 'urgent' ? ('urgent' as const) : ('usual' as const),
  }
  for (const channel of sendingChannels.filter((it) => chosen.includes(it) && open.includes(it))) {
    const { plain } = choices[channel]
    const { content, parts } = wordSending(channel, version, addresses, { plain })
    const clientKey = `bulletin:${bulletinId}:${version.number}:${channel}`
    if (channel === 'zalo' || channel === 'facebook') {
      const post = posts[channel]
      // On its way at this very moment: whether it stands is not known, so a person looks.
      if (post.state === 'under_way') continue
      const to = { ...{ channel, to: { page: true as const } }, purpose: 'bulletin' as const }
      const page = { ...common, ...to, subject: pageSubjectOf(bulletinId) }
      const stands = post.state === 'stands' ? post.ref : null
      const edits = channel === 'facebook' ? stands : null
      // Nobody is told of an article that was changed: a new one takes the place of the old.
      // First, so that the newest name of a post is the one that stands.
      if (channel === 'zalo' && stands !== null)
        await enqueue(ctx, { ...page, clientKey: `${clientKey}:old`, content: { remove: stands } })
      const { messageId } = await enqueue(ctx, {
        ...{ ...page, clientKey, content: edits === null ? content : { ...content, edit: edits } },
      })
      await noteSending(ctx, input, {
        ...{ channel, kind: edits === null ? 'post' : 'edit', message_id: messageId },
      })
      continue
    }
    const recipients = await listRecipients(ctx, channel)
    if (recipients.length === 0) continue
    const { broadcastId } = await enqueueBroadcast(ctx, {
      ...{ ...common, clientKey, channel, content, recipients, parts },
      about: subjectOf(bulletinId),
    })
    await noteSending(ctx, input, { channel, kind: 'post', broadcast_id: broadcastId })
  }
  await pushVersion(ctx, { bulletinId, version: version.number, kind: 'post' })
}

/** A post on a page, as the channel calls it. */
export type Post = { state: 'none' } | { state: 'under_way' } | { state: 'stands'; ref: string }

/** What stands on the page of a channel, or is on its way there. */
export async function findPost(ctx: Ctx, bulletinId: string, channel: PostChannel): Promise<Post> {
  const messages = await listMessages(ctx, { subject: pageSubjectOf(bulletinId) })
  const all = messages.filter((it) => it.channel === channel)
  if (all.some((it) => it.state === 'sending')) return { state: 'under_way' }
  const ref = all.find((it) => it.ref !== null && it.state !== 'failed')?.ref ?? null
  return ref === null ? { state: 'none' } : { state: 'stands', ref }
}

/** Refuses a version that is not approved: the row could not point to it. */
export async function noteSending(
  ctx: Ctx,
  of: { bulletinId: string; version: Pick<BulletinVersion, 'number'> },
  it: {
    channel: SendingChannel
    kind: 'post' | 'edit' | 'remove'
    message_id?: string
    broadcast_id?: string
  },
): Promise<void> {
  await refuseBreach({ sending_is_of_an_approved_version: ['outreach.not_approved'] }, () =>
    ctx.db
      .insertInto('outreach.sending')
      .values({
        office_id: ctx.officeId,
        bulletin_id: of.bulletinId,
        version: of.version.number,
        asked_by: authorOf(ctx),
        asked_at: ctx.now,
        ...it,
      })
      .onConflict((oc) => oc.constraint('sending_is_asked_once').doNothing())
      .execute(),
  )
}
