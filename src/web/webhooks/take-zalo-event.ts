import type { Context } from 'hono'
import { inTransaction, type Ctx } from '#src/base/ctx.ts'
import { log } from '#src/base/log.ts'
import {
  findCredentials,
  noteFollower,
  takeDeliveryReport,
  takeWebhookEvent,
} from '#src/modules/deliveries/index.ts'
import { checkZaloWebhook } from '#src/outside/zalo/check-zalo-webhook.ts'
import type { ZaloEvent } from '#src/outside/zalo/read-zalo-event.ts'
import type { Env } from '../env.ts'

/**
 * An event of the office's Official Account. Its signature is checked over the bytes as they came; a
 * wrong one is refused (403), an old one too. One that is repeated has no second effect. What Zalo says
 * of somebody who follows goes into the same transaction as the note that it was said.
 */
export async function takeZaloEvent(c: Context<Env>) {
  const { ctx } = c.var
  const raw = new Uint8Array(await c.req.arrayBuffer())
  const account = await findCredentials(ctx, { channel: 'zalo' })
  const appId = account?.settings['appId']
  const oaSecret = account?.secrets['oaSecret']
  if (!appId || !oaSecret) return c.text('', 404)
  const checked = checkZaloWebhook(raw, c.req.header('x-zevent-signature'), {
    ...{ appId, oaSecret, now: ctx.now },
  })
  if (!checked.accepted) {
    log.warn({ office: c.var.office.slug, why: checked.why }, 'zalo event refused')
    return c.text('', checked.why === 'malformed' ? 400 : 403)
  }
  await inTransaction(ctx, async (ctx) => {
    const isNew = await takeWebhookEvent(ctx, { channel: 'zalo', eventId: checked.event.id })
    if (isNew) await heed(ctx, checked.event)
  })
  return c.text('', 200)
}

async function heed(ctx: Ctx, event: ZaloEvent): Promise<void> {
  const { what, at, userId } = event
  if (what === 'received') {
    const { refs, ourId } = event
    // A wording of ZNS comes back by our own name, a message of the account by Zalo's.
    if (ourId)
      await takeDeliveryReport(ctx, { channel: 'zns', messageId: ourId, arrived: true, at })
    else
      for (const ref of refs)
        await takeDeliveryReport(ctx, { channel: 'zalo', ref, arrived: true, at })
    return
  }
  if (what === 'other' || userId === null) return
  await noteFollower(ctx, { channel: 'zalo', userId, what, at })
  // Who tells us to stop has also written to us: the answer to it is free.
  if (what === 'opted_out' || what === 'opted_in')
    await noteFollower(ctx, { channel: 'zalo', userId, what: 'wrote', at })
}
