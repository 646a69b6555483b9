import type { Office } from '#src/modules/offices/index.ts'
import type { Published } from '#src/modules/outreach/index.ts'
import { local, sayDate } from '../../dates.ts'
import { paths } from '../../paths.ts'
import { Tag } from '../../ui/pieces.tsx'
import { useView } from '../../view.ts'
import { NewsPictures } from './news-pictures.tsx'
import { saidIn } from './said-in.ts'

type Props = {
  office: Office
  items: readonly Published[]
  /** Each with its first picture. */
  pictures?: boolean
}

/** Bulletins as a list of links, what is urgent marked in words. */
export function NewsList({ office, items, pictures }: Props) {
  const { lang, w, to } = useView()
  return (
    <ul class="paths">
      {items.map((it) => {
        const said = saidIn(lang, it)
        return (
          <li>
            <a href={to(paths.newsItem(office.slug, it.id))} lang={said.lang}>
              {said.title}
            </a>
            <span>
              {sayDate(lang, local(it.approvedAt).toPlainDate())}
              {it.since && (
                <>
                  {' '}
                  <Tag tone="hot">{w.news.since[it.since.state]}</Tag>
                </>
              )}
              {it.priority !== 'normal' && (
                <>
                  {' '}
                  <Tag tone={it.priority === 'urgent' ? 'hot' : 'sun'}>
                    {w.outreach.priorities[it.priority]}
                  </Tag>
                </>
              )}
            </span>
            {pictures && <NewsPictures office={office} bulletin={it} only={1} />}
          </li>
        )
      })}
    </ul>
  )
}
