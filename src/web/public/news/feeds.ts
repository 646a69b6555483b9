import type { Context } from 'hono'
import type { Office } from '#src/modules/offices/index.ts'
import { listPublished, type Published } from '#src/modules/outreach/index.ts'
import type { Lang } from '#src/words/index.ts'
import { cameBy } from '../../came-by.ts'
import type { Env } from '../../env.ts'
import { paths } from '../../paths.ts'
import { to } from '../../render.tsx'
import { viewIn } from '../../view.ts'
import { saidIn } from './said-in.ts'

type FeedKind = 'rss' | 'atom' | 'json'
type FeedPicture = { url: string; bytes: number; alt: string }
type Feed = {
  title: string
  description: string
  home: string
  self: string
  lang: Lang
  author: string
  updated: Date
  items: {
    id: string
    url: string
    title: string
    body: string
    lang: Lang
    at: Date
    pictures: FeedPicture[]
  }[]
}

const types: Record<FeedKind, string> = {
  rss: 'application/rss+xml; charset=utf-8',
  atom: 'application/atom+xml; charset=utf-8',
  json: 'application/feed+json; charset=utf-8',
}
const writers: Record<FeedKind, (feed: Feed) => string> = {
  rss: writeRss,
  atom: writeAtom,
  json: writeJsonFeed,
}

/** The news for readers and other sites. Anybody may fetch it from anywhere: it is public already. */
export const answerFeed = (kind: FeedKind) => async (c: Context<Env>) => {
  const { ctx, office } = c.var
  const items = await listPublished(ctx)
  const feed = feedOf(c, kind, office, items)
  return c.body(writers[kind](feed), 200, {
    'content-type': types[kind],
    'access-control-allow-origin': '*',
    'cache-control': 'public, max-age=300',
  })
}

function feedOf(c: Context<Env>, kind: FeedKind, office: Office, items: Published[]): Feed {
  const { lang, w, house, ctx } = c.var
  const at = (path: string) => house.publicUrl + to(c, path)
  return {
    title: w.news.embed.title({ office: office.name[lang] }),
    description: w.news.lead,
    home: at(paths.news(office.slug)),
    self: at(paths.newsFeed(office.slug, kind)),
    lang,
    author: office.name[lang],
    updated: items[0]?.approvedAt ?? ctx.now,
    items: items.map((it) => {
      const said = saidIn(lang, it)
      const url = house.publicUrl + viewIn(lang).to(paths.newsItem(office.slug, it.id))
      return {
        id: `urn:uuid:${it.id}`,
        url: `${url}?tu=${cameBy[kind]}`,
        ...said,
        title: it.since ? `${w.news.since[it.since.state]}: ${said.title}` : said.title,
        at: it.approvedAt,
        pictures: it.pictures.map((picture) => ({
          url: house.publicUrl + paths.newsPicture(office.slug, it.id, picture.id),
          bytes: picture.bytes,
          alt: lang === 'en' ? picture.altEn || picture.altVi : picture.altVi,
        })),
      }
    }),
  }
}

/** RSS 2.0: https://www.rssboard.org/rss-specification */
function writeRss(feed: Feed): string {
  const items = feed.items.map(
    (it) => `<item>
<title>${escape(it.title)}</title>
<link>${escape(it.url)}</link>
<guid isPermaLink="false">${escape(it.id)}</guid>
<pubDate>${it.at.toUTCString()}</pubDate>
<description>${escape(htmlOf(it.body))}</description>${rssPicture(it.pictures[0])}
</item>`,
  )
  return `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom">
<channel>
<title>${escape(feed.title)}</title>
<link>${escape(feed.home)}</link>
<atom:link href="${escape(feed.self)}" rel="self" type="application/rss+xml"/>
<description>${escape(feed.description)}</description>
<language>${feed.lang}</language>
<lastBuildDate>${feed.updated.toUTCString()}</lastBuildDate>
${items.join('\n')}
</channel>
</rss>
`
}

/** Readers take a description for HTML: bare lines would run into one. */
function htmlOf(text: string): string {
  return text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => `<p>${escape(line)}</p>`)
    .join('')
}

/** RSS allows one enclosure an item. */
function rssPicture(it: FeedPicture | undefined): string {
  if (!it) return ''
  return `\n<enclosure url="${escape(it.url)}" length="${it.bytes}" type="image/jpeg"/>`
}

function atomPicture(it: FeedPicture): string {
  return `\n<link rel="enclosure" type="image/jpeg" length="${it.bytes}" title="${escape(it.alt)}" href="${escape(it.url)}"/>`
}

/** Atom: RFC 4287. An entry keeps its id when its words change; only `updated` moves. */
function writeAtom(feed: Feed): string {
  const entries = feed.items.map(
    (it) => `<entry xml:lang="${it.lang}">
<id>${escape(it.id)}</id>
<title>${escape(it.title)}</title>
<link href="${escape(it.url)}"/>
<updated>${it.at.toISOString()}</updated>
<content type="text">${escape(it.body)}</content>${it.pictures.map(atomPicture).join('')}
</entry>`,
  )
  return `<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${feed.lang}">
<id>${escape(feed.home)}</id>
<title>${escape(feed.title)}</title>
<subtitle>${escape(feed.description)}</subtitle>
<link href="${escape(feed.home)}"/>
<link rel="self" href="${escape(feed.self)}"/>
<updated>${feed.updated.toISOString()}</updated>
<author><name>${escape(feed.author)}</name></author>
${entries.join('\n')}
</feed>
`
}

/** JSON Feed 1.1: https://www.jsonfeed.org/version/1.1/ */
function writeJsonFeed(feed: Feed): string {
  return JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title: feed.title,
    description: feed.description,
    home_page_url: feed.home,
    feed_url: feed.self,
    language: feed.lang,
    authors: [{ name: feed.author }],
    items: feed.items.map((it) => ({
      id: it.id,
      url: it.url,
      title: it.title,
      content_text: it.body,
      ...(it.pictures[0] && { image: it.pictures[0].url }),
      attachments: it.pictures.map((picture) => ({
        url: picture.url,
        mime_type: 'image/jpeg',
        title: picture.alt,
        size_in_bytes: picture.bytes,
      })),
      date_published: it.at.toISOString(),
      language: it.lang,
    })),
  })
}

/** For XML; what XML 1.0 cannot hold at all is left out. */
function escape(text: string): string {
  return text
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}
