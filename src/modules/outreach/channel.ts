import type { OutreachChannel } from '#src/base/database.generated.ts'

export type Channel = OutreachChannel

/**
 * How long a text may be on each channel that is filled by hand, in letters with the link. They are
 * our own measure of what is read to its end there, below what the services themselves allow.
 */
export const channelLimits: Record<Channel, number | null> = {
  website: null,
  facebook: 1500,
  zalo: 1000,
  hamlet_heads: 500,
  poster: 700,
}

export const channels = Object.keys(channelLimits) as Channel[]
