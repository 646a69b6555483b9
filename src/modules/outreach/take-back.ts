import type { Ctx } from '#src/base/ctx.ts'
import { enqueue, listOpenChannels, withdraw } from '#src/modules/deliveries/index.ts'
import type { BulletinVersion } from './bulletin.ts'
import { pushVersion } from './push-version.ts'
import { findPost, noteSending, type Post } from './send-version.ts'
import { pageSubjectOf, postChannels, subjectOf, type PostChannel } from './sending.ts'

/**
 * A bulletin is taken back: what has not gone out stays here, the posts on the pages are taken down, the
 * loudspeaker systems are told. What people have already on their phones stays there; the next message
 * is the only correction of it.
 */
export async function takeBack(
  ctx: Ctx,
  input: { bulletinId: string; version: BulletinVersion },
): Promise<void> {
  const { bulletinId, version } = input
  const posts: [PostChannel, Post][] = []
  for (const channel of postChannels)
    posts.push([channel, await findPost(ctx, bulletinId, channel)])
  await withdraw(ctx, { subject: subjectOf(bulletinId) })
  await withdraw(ctx, { subject: pageSubjectOf(bulletinId) })
  const open = await listOpenChannels(ctx)
  for (const [channel, post] of posts) {
    if (post.state !== 'stands' || !open.includes(channel)) continue
    const { messageId } = await enqueue(ctx, {
      clientKey: `bulletin:${bulletinId}:${version.number}:${channel}:remove`,
      ...{ channel, to: { page: true }, content: { remove: post.ref } },
      ...{ purpose: 'bulletin', priority: 'urgent', subject: pageSubjectOf(bulletinId) },
    })
    await noteSending(ctx, input, { channel, kind: 'remove', message_id: messageId })
  }
  await pushVersion(ctx, { bulletinId, version: version.number, kind: 'remove' })
}
