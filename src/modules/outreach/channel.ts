import type { OutreachChannel } from '#src/base/database.generated.ts'

export type Channel = OutreachChannel

/**
 * How long a text may be on each channel that is filled, in letters with the link. They are
 * our own measure of what is read to its end there, below what the services themselves allow.
 */
export const channelLimits: Record<Channel, number | null> = {
  website: null,
  facebook: 1500,
  zalo: 1000,
  // Two parts without marks.
  sms: 306,
  email: null,
  hamlet_heads: 500,
  poster: 700,
}

export const channels = Object.keys(channelLimits) as Channel[]

/** What the link takes that the house puts below every text. */
const linkRoom = 80

/** How long the words may be that an officer chooses for a channel; null where any length is read. */
export function ownTextLimit(channel: Channel): number | null {
  const limit = channelLimits[channel]
  return limit === null ? null : limit - linkRoom
}
