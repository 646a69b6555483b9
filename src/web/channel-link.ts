import type { Channel } from '#src/modules/outreach/index.ts'
import { cameBy } from './came-by.ts'
import { paths } from './paths.ts'

/**
 * The link below the text of a channel: it says by which channel people came. In an SMS each letter
 * costs, so that it leads to the list of news, whose address is short.
 */
export function channelLink(site: string, slug: string, id: string, channel: Channel): string {
  const path = channel === 'sms' ? paths.news(slug) : paths.newsItem(slug, id)
  return `${site}${path}?tu=${cameBy[channel]}`
}
