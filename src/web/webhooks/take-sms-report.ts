import type { Context } from 'hono'
import { inTransaction } from '#src/base/ctx.ts'
import { takeDeliveryReport, takeWebhookEvent } from '#src/modules/deliveries/index.ts'
import { readSmsReport } from '#src/outside/sms/read-sms-report.ts'
import type { Env } from '../env.ts'
import { isUuid } from '../public/is-uuid.ts'
import { isSmsSecret } from './sms-secret.ts'

/**
 * The provider says whether an SMS arrived: in the address, or in a form. Who does not know the secret of
 * the address is told nothing. The same report twice has one effect.
 */
export async function takeSmsReport(c: Context<Env>) {
  const { ctx } = c.var
  if (!isSmsSecret(ctx, c.req.query('khoa') ?? '')) return c.text('', 403)
  const said = new URLSearchParams(new URL(c.req.url).search)
  if (c.req.method === 'POST')
    for (const [name, value] of new URLSearchParams(await c.req.text())) said.set(name, value)
  const report = readSmsReport(said)
  if (!report) return c.text('', 200)
  const { ref, messageId, arrived } = report
  const ours = messageId !== null && isUuid(messageId) ? { messageId } : {}
  await inTransaction(ctx, async (ctx) => {
    const eventId = `${ref}:${arrived ? 'arrived' : 'missed'}`
    if (!(await takeWebhookEvent(ctx, { channel: 'sms', eventId }))) return
    await takeDeliveryReport(ctx, { channel: 'sms', ref, ...ours, arrived, at: ctx.now })
  })
  return c.text('', 200)
}
