import type { ChannelKind } from './channel.ts'

/** What an office decides about a channel. */
export type ChannelRule = {
  /** How many messages a day begin their way; null: no cap of our own. */
  dailyCap: number | null
  /** By the clock in Việt Nam, '21:00' to '07:00': nothing but what is urgent. Both null: no quiet hours. */
  quietFrom: string | null
  quietTo: string | null
}

/**
 * Until the office says otherwise. Nobody's phone rings at night; Nghị định 91/2020/NĐ-CP lets
 * advertising go out from 7 to 22 o'clock only, and what an office says is to be no worse.
 */
export function usualRule(channel: ChannelKind): ChannelRule {
  const rings = channel === 'sms' || channel === 'zns' || channel === 'zalo'
  return { dailyCap: null, quietFrom: rings ? '21:00' : null, quietTo: rings ? '07:00' : null }
}

/** Whether the clock stands within the quiet hours, which may go over midnight. */
export function isQuiet(rule: Pick<ChannelRule, 'quietFrom' | 'quietTo'>, now: Date): boolean {
  const { quietFrom, quietTo } = rule
  if (quietFrom === null || quietTo === null || quietFrom === quietTo) return false
  const clock = Temporal.Instant.fromEpochMilliseconds(now.getTime())
    .toZonedDateTimeISO('Asia/Ho_Chi_Minh')
    .toPlainTime()
    .toString()
  return quietFrom < quietTo
    ? clock >= quietFrom && clock < quietTo
    : clock >= quietFrom || clock < quietTo
}
