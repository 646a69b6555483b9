import type { Ctx } from '#src/base/ctx.ts'
import { readSent, type ChannelKind } from '#src/modules/deliveries/index.ts'
import type { Channel } from './channel.ts'
import type { NoticesSent } from './picture.ts'
import type { Span } from './span.ts'

type OfChannel = { times: number; cost: number; uncosted: number }

/** What the program itself sent in a period. */
export type SendingsOfSpan = {
  of: (channel: Channel) => OfChannel
  /** `zalo 2026-11-20`: a bulletin went out over the channel on that day. */
  wentOut: string[]
  notices: NoticesSent[]
}

/** People do not tell one kind of Zalo from the other. */
const heardAs: Record<ChannelKind, Channel> = {
  zalo: 'zalo',
  zns: 'zalo',
  facebook: 'facebook',
  sms: 'sms',
  email: 'email',
}

/**
 * Bulletins by the channel by which people say that they heard; and what was written to single people
 * about their own matter, apart: nobody came because of that.
 */
export async function readSendings(
  ctx: Pick<Ctx, 'db' | 'officeId'>,
  span: Span,
): Promise<SendingsOfSpan> {
  const sent = await readSent(ctx, span)
  const bulletins = sent.filter((it) => it.purpose === 'bulletin')
  const by = (channel: Channel) => bulletins.filter((it) => heardAs[it.channel] === channel)
  const wentOut = bulletins.map((it) => `${heardAs[it.channel]} ${it.on.toString()}`)
  const ofNotices = Map.groupBy(
    sent.filter((it) => it.purpose === 'notice'),
    (it) => it.channel,
  )
  const sum = (rows: typeof sent, key: 'messages' | 'cost' | 'unpriced') =>
    rows.reduce((all, it) => all + it[key], 0)
  return {
    of: (channel) => ({
      times: sum(by(channel), 'messages'),
      cost: sum(by(channel), 'cost'),
      uncosted: sum(by(channel), 'unpriced'),
    }),
    wentOut,
    notices: [...ofNotices].map(([channel, rows]) => ({
      channel,
      messages: sum(rows, 'messages'),
      cost: sum(rows, 'unpriced') === 0 ? sum(rows, 'cost') : null,
    })),
  }
}
