import { randomUUID } from 'node:crypto'
import type { Ctx } from '#src/base/ctx.ts'
import {
  channels,
  connectAccount,
  deliverDue,
  enqueue,
  listMessages,
  type ChannelKind,
  type DeliveryMessage,
  type Pace,
  type Recipient,
  type ToConnect,
  type ToSend,
} from '#src/modules/deliveries/index.ts'
import type { Credentials, Driver, Drivers, Outgoing, Sent } from '#src/outside/messages/driver.ts'
import { hiredAs, type TestOffice } from './office.ts'

/** A channel in this process: answers as told, and remembers what it was given. */
export type PlayedChannel = Driver & { got: (Outgoing & { account: Credentials })[] }

type Answer = Sent | ((message: Outgoing, account: Credentials) => Sent | Promise<Sent>)

/** Gives these answers one after the other, the last one for all further messages. */
export function playChannel(
  kind: ChannelKind,
  answers: Answer[] = [],
  more: Partial<Driver> = {},
): PlayedChannel {
  const got: PlayedChannel['got'] = []
  const taken: Answer = (message) => ({ outcome: 'accepted', ref: `ref-${message.id}` })
  return {
    kind,
    repeats: false,
    got,
    send: async (account, message) => {
      const answer = answers[Math.min(got.length, answers.length - 1)] ?? taken
      got.push({ ...message, account })
      return typeof answer === 'function' ? answer(message, account) : answer
    },
    ...more,
  }
}

/** No pauses by chance, so that a test knows when the next try is due. */
const evenPace: Partial<Pace> = { jitter: 0, pauses: [60, 600] }

/** Sends all that is due at this moment, as one worker; what is not played takes everything. */
export function sendDue(office: TestOffice, played: Drivers, pace: Partial<Pace> = {}) {
  const { database, sealer, now } = office
  const others = channels.map((channel) => [channel, playChannel(channel)] as const)
  const drivers = { ...Object.fromEntries(others), ...played }
  const world = { database, sealer, now: () => now, drivers, pace: { ...evenPace, ...pace } }
  return deliverDue(world, { once: true })
}

/** Connects the office to a channel, by the administrator. */
export async function connected(
  office: Ctx,
  channel: ChannelKind,
  more: Partial<ToConnect> = {},
): Promise<string> {
  const admin = await hiredAs(office, 'office_admin')
  const { accountId } = await connectAccount(admin, {
    channel,
    provider: channel,
    name: `Kênh ${channel}`,
    keptBy: 'Chị Hoa, 0912 345 678',
    settings: {},
    secrets: { key: 'bí mật' },
    ...more,
  })
  return accountId
}

const addresses: Record<ChannelKind, () => Recipient> = {
  zalo: () => ({ zaloUserId: randomUUID() }),
  zns: () => ({ phone: '84912345678' }),
  sms: () => ({ phone: '84912345678' }),
  email: () => ({ email: 'ba.con@example.vn' }),
  facebook: () => ({ page: true }),
}

/** Asks for one message and gives how to look at it later. */
export async function asked(office: Ctx, channel: ChannelKind, more: Partial<ToSend> = {}) {
  const subject = { kind: 'test.thing', id: randomUUID() }
  const { messageId } = await enqueue(office, {
    clientKey: randomUUID(),
    channel,
    to: addresses[channel](),
    content: { text: 'Mời bà con tới lúc 8 giờ.' },
    purpose: 'notice',
    subject,
    ...more,
  })
  const look = async (): Promise<DeliveryMessage> => {
    const [message] = await listMessages(office, { subject })
    if (!message) throw new Error('no message')
    return message
  }
  return { messageId, subject, look }
}
