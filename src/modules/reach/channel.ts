import type { ReachChannel, ReachTarget } from '#src/base/database.generated.ts'

/** How news comes to people. */
export type Channel = ReachChannel

/** In the order in which they are offered and shown. */
export const channels = [
  'loudspeaker',
  'zalo',
  'facebook',
  'website',
  'hamlet_head',
  'poster',
  'leaflet',
  'sms',
  'email',
  'business',
  'neighbour',
  'other',
] as const satisfies readonly Channel[]

/** What an office itself does to be heard; the others are people's own talk. */
export const paidChannels = channels.filter((it) => it !== 'neighbour' && it !== 'other')

/** To which page a short link leads. */
export type Target = ReachTarget

export const targets = ['book', 'procedures', 'news', 'home'] as const satisfies readonly Target[]
