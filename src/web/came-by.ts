import type { Channel } from '#src/modules/outreach/index.ts'

/**
 * What a link says of the way by which its reader came (`?tu=`), so that an office can learn which
 * channel reaches whom. Printed codes live long: these words never change their meaning.
 */
export const cameBy = {
  website: 'cong-tin',
  facebook: 'facebook',
  zalo: 'zalo',
  sms: 'sms',
  email: 'email',
  hamlet_heads: 'truong-thon',
  poster: 'bang-tin',
  leaflet: 'to-roi',
  rss: 'rss',
  atom: 'atom',
  json: 'json',
} as const satisfies Record<Channel, string> & Record<string, string>
