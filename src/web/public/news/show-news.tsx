import type { Context } from 'hono'
import { listPublished } from '#src/modules/outreach/index.ts'
import type { Env } from '../../env.ts'
import { paths } from '../../paths.ts'
import { here, render, to } from '../../render.tsx'
import { Notice } from '../../ui/pieces.tsx'
import { PublicPage } from '../../ui/public-page.tsx'
import { NewsList } from './news-list.tsx'

const feeds = ['rss', 'atom', 'json'] as const

/** All that the commune has told, the newest first, and how to follow it. */
export async function showNews(c: Context<Env>) {
  const { ctx, office, lang, w } = c.var
  const items = await listPublished(ctx, { limit: 50 })
  return render(
    c,
    <PublicPage
      title={w.news.title}
      office={office}
      here={here(c)}
      description={w.news.lead}
      back={{ href: paths.home(office.slug), label: office.name[lang] }}
    >
      <h1>{w.news.title}</h1>
      <p>{w.news.lead}</p>
      {items.length === 0 ? (
        <Notice tone="sun" title={w.news.none}>
          <p>{w.news.noneHint}</p>
        </Notice>
      ) : (
        <NewsList office={office} items={items} />
      )}
      <p>
        <a class="button quiet" href={to(c, paths.subscribe(office.slug))}>
          {w.channels.subscribe.door}
        </a>
      </p>
      <h2>{w.news.follow}</h2>
      <p>{w.news.followHint}</p>
      <ul class="inline">
        {feeds.map((kind) => (
          <li>
            <a href={to(c, paths.newsFeed(office.slug, kind))}>{w.news[kind]}</a>
          </li>
        ))}
      </ul>
    </PublicPage>,
  )
}
