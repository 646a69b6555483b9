import type { Context } from 'hono'
import type { Ctx } from '#src/base/ctx.ts'
import { Refusal } from '#src/base/refusal.ts'
import {
  approveBulletin,
  removeRecording,
  returnBulletin,
  sendingChannels,
  submitBulletin,
  withdrawBulletin,
  type Addresses,
  type SendingChannel,
} from '#src/modules/outreach/index.ts'
import { bulletinAddresses } from '../../bulletin-addresses.ts'
import type { Env } from '../../env.ts'
import { paths } from '../../paths.ts'
import { isUuid } from '../../public/is-uuid.ts'
import { readBody, tryDeed } from '../../read-form.ts'
import { to } from '../../render.tsx'
import { showBulletin } from './show-bulletin.tsx'

type Sent = {
  bulletinId: string
  version: number
  reason: string
  withdrawReason: string
  addresses: Addresses
  /** What the chairman left ticked; the office's own choice where the page did not ask. */
  channels: SendingChannel[] | undefined
}

/** What each button of the page does. */
const deeds: Record<string, (ctx: Ctx, sent: Sent) => Promise<void>> = {
  gui: submitBulletin,
  duyet: approveBulletin,
  'tra-lai': returnBulletin,
  rut: (ctx, { bulletinId, withdrawReason }) =>
    // Two reasons stand on one page: the field beside which it was refused must be the right one.
    withdrawBulletin(ctx, { bulletinId, reason: withdrawReason }).catch((error: unknown) => {
      if (error instanceof Refusal && error.field === 'reason')
        throw new Refusal(error.code, { field: 'withdrawReason', params: error.params })
      throw error
    }),
  'bo-thu-am': removeRecording,
}

/** Submits, approves, returns or withdraws; what is refused is said on the page of the bulletin. */
export async function doBulletin(c: Context<Env>) {
  const { ctx, lang } = c.var
  const { id = '', deed = '' } = c.req.param()
  const run = Object.hasOwn(deeds, deed) ? deeds[deed] : undefined
  if (!isUuid(id) || !run) return c.notFound()
  const body = await readBody(c)
  const ticked = new Set<unknown>([body['channels[]'] ?? []].flat())
  const text = (name: string) => (typeof body[name] === 'string' ? body[name] : '')
  const sent = {
    bulletinId: id,
    version: Number(text('version')),
    reason: text('reason'),
    withdrawReason: text('withdrawReason'),
    addresses: bulletinAddresses(c.var.house.publicUrl, c.var.session.office.slug, id),
    channels: text('chose') === 'yes' ? sendingChannels.filter((it) => ticked.has(it)) : undefined,
  }
  const values = { reason: sent.reason, withdrawReason: sent.withdrawReason }
  const { filled } = await tryDeed({ values, errors: {} }, lang, () => run(ctx, sent))
  if (filled) return showBulletin(c, filled)
  return c.redirect(to(c, `${paths.bulletin(id)}?xong=${deed}`), 303)
}
