import type { Office } from '#src/modules/offices/index.ts'
import type { Published } from '#src/modules/outreach/index.ts'
import { paths } from '../../paths.ts'
import { useView } from '../../view.ts'
import { NewsList } from './news-list.tsx'

/** The newest bulletins on the first page; nothing while there are none. */
export function HomeNews({ office, items }: { office: Office; items: readonly Published[] }) {
  const { w, to } = useView()
  if (items.length === 0) return null
  return (
    <>
      <h2>{w.news.home}</h2>
      <NewsList office={office} items={items} />
      <p class="noprint">
        <a href={to(paths.news(office.slug))}>{w.news.all}</a>
      </p>
    </>
  )
}
