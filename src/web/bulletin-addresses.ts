import type { Addresses } from '#src/modules/outreach/index.ts'
import { channelLink } from './channel-link.ts'
import { paths } from './paths.ts'

/** Where the texts of a bulletin lead to, as the site writes it. */
export function bulletinAddresses(site: string, slug: string, bulletinId: string): Addresses {
  return {
    link: (channel) => channelLink(site, slug, bulletinId, channel),
    picture: (pictureId) => site + paths.newsPicture(slug, bulletinId, pictureId),
    cover: site + paths.newsCover(slug),
    leave: site + paths.leaveNews(slug),
  }
}
