import type { Context } from 'hono'
import type { Ctx } from '#src/base/ctx.ts'
import { listHamlets } from '#src/modules/offices/index.ts'
import { listBusinesses, type Channel, type Heard, type Link } from '#src/modules/reach/index.ts'
import { cameBy } from './came-by.ts'
import type { Env } from './env.ts'
import { isUuid } from './public/is-uuid.ts'

/** The word of each channel in a link; people's own talk has none. */
const wordOf: Partial<Record<Channel, string>> = {
  loudspeaker: 'loa',
  zalo: cameBy.zalo,
  facebook: cameBy.facebook,
  website: cameBy.website,
  hamlet_head: cameBy.hamlet_heads,
  poster: cameBy.poster,
  leaflet: cameBy.leaflet,
  sms: cameBy.sms,
  email: cameBy.email,
  business: 'noi-lam-viec',
}

const channelOf = new Map<string, Channel>([
  ...Object.entries(wordOf).map(([channel, word]) => [word, channel as Channel] as const),
  // Who reads a feed reads the office's website elsewhere.
  [cameBy.rss, 'website'],
  [cameBy.atom, 'website'],
  [cameBy.json, 'website'],
])

/** What a short link says of the way by which its reader came: `?tu=to-roi&thon=…`, or nothing. */
export function sayCame({ channel, hamletId, businessId }: Omit<Link, 'id' | 'code' | 'target'>) {
  const said = new URLSearchParams()
  const word = wordOf[channel]
  if (word) said.set('tu', word)
  if (hamletId) said.set('thon', hamletId)
  if (businessId) said.set('dn', businessId)
  return said.toString()
}

/**
 * The way by which this page's reader came, as its address says it; '' for most. It travels on in the
 * links and forms of the pages, because no cookie does.
 */
export function cameOf(c: Context<Env>): string {
  const [tu, thon, dn] = [c.req.query('tu'), c.req.query('thon'), c.req.query('dn')]
  const channel = channelOf.get(tu ?? '')
  if (!channel) return ''
  return sayCame({
    channel,
    hamletId: thon && isUuid(thon) ? thon : null,
    businessId: dn && isUuid(dn) ? dn : null,
  })
}

/** The same as what is kept of a booking; places that this office does not have are left out. */
export async function heardOfCame(ctx: Ctx, c: Context<Env>): Promise<Heard> {
  const said = new URLSearchParams(cameOf(c))
  const [thon, dn] = [said.get('thon'), said.get('dn')]
  const hamlets = thon ? await listHamlets(ctx) : []
  const businesses = dn ? await listBusinesses(ctx) : []
  return {
    channel: channelOf.get(said.get('tu') ?? '') ?? null,
    hamletId: hamlets.find((it) => it.id === thon)?.id ?? null,
    businessId: businesses.find((it) => it.id === dn)?.id ?? null,
  }
}
