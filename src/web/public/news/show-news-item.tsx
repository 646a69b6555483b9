import type { Context } from 'hono'
import { findPublished } from '#src/modules/outreach/index.ts'
import { local, sayDate, shortDate, today } from '../../dates.ts'
import type { Env } from '../../env.ts'
import { paths } from '../../paths.ts'
import { here, render, to } from '../../render.tsx'
import { Notice, Tag } from '../../ui/pieces.tsx'
import { PublicPage } from '../../ui/public-page.tsx'
import { isUuid } from '../is-uuid.ts'
import { NewsPictures } from './news-pictures.tsx'
import { saidIn } from './said-in.ts'

/** One bulletin, with the way to a seat. `?tu=` says by which channel the reader came, and goes along. */
export async function showNewsItem(c: Context<Env>) {
  const { ctx, office, lang, w } = c.var
  const id = c.req.param('id') ?? ''
  const found = isUuid(id) ? await findPublished(ctx, { bulletinId: id }) : null
  const back = { href: paths.news(office.slug), label: w.news.title }
  if (!found) {
    const gone = (
      <PublicPage title={w.news.gone} office={office} here={here(c)} back={back}>
        <h1>{w.news.gone}</h1>
        <p>{w.news.goneHint}</p>
      </PublicPage>
    )
    return render(c, gone, 404)
  }
  const said = saidIn(lang, found)
  const approved = local(found.approvedAt).toPlainDate()
  const ahead =
    found.dayDate !== null && Temporal.PlainDate.compare(today(ctx.now), found.dayDate) <= 0
  const book = ahead && found.kind !== 'cancelled' && found.since?.state !== 'cancelled'
  return render(
    c,
    <PublicPage
      title={w.news.itemTitle({ title: said.title, date: shortDate(approved) })}
      office={office}
      here={here(c)}
      description={said.body.split('\n')[0]}
      back={back}
    >
      {found.since && (
        <Notice tone="hot" title={w.news.since[found.since.state]}>
          <p>
            {found.since.state === 'moved'
              ? w.news.sinceHint.moved({ date: sayDate(lang, found.since.to) })
              : w.news.sinceHint[found.since.state]}
          </p>
        </Notice>
      )}
      <article lang={said.lang}>
        <h1>{said.title}</h1>
        {said.body
          .split('\n')
          .filter((line) => line.trim() !== '')
          .map((line) => (
            <p>{line}</p>
          ))}
      </article>
      <NewsPictures office={office} bulletin={found} />
      {found.priority !== 'normal' && (
        <Notice tone={found.priority === 'urgent' ? 'hot' : 'sun'}>
          <p>
            <Tag tone={found.priority === 'urgent' ? 'hot' : 'sun'}>
              {w.outreach.priorities[found.priority]}
            </Tag>
          </p>
        </Notice>
      )}
      {found.serviceDayId !== null && (
        <div class="pair">
          {book && (
            <a class="button" href={to(c, paths.book(office.slug))}>
              {w.news.book}
            </a>
          )}
          <a class="button quiet" href={to(c, paths.day(office.slug, found.serviceDayId))}>
            {w.news.day}
          </a>
        </div>
      )}
      <p class="quiet-text">{w.news.approved({ date: sayDate(lang, approved) })}</p>
      <p class="noprint">
        <a href={to(c, paths.poster(office.slug, id))}>{w.news.poster}</a>
        {' · '}
        <a href={to(c, paths.leaflet(office.slug, id))}>{w.news.leaflet}</a>
      </p>
    </PublicPage>,
  )
}
