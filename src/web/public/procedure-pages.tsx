import type { Context } from 'hono'
import { listProcedures, readFields } from '#src/modules/catalogue/index.ts'
import type { Env } from '../env.ts'
import { paths } from '../paths.ts'
import { here, render, to } from '../render.tsx'
import { PublicPage } from '../ui/public-page.tsx'
import { Vietnamese } from '../ui/told.tsx'
import { useView } from '../view.ts'
import { ProcedureList } from './procedure-list.tsx'
import { SearchBox } from './search-box.tsx'

const perPage = 25

/** All procedures, or those of one field, page by page; what is asked for most comes first. */
export async function showProcedurePages(c: Context<Env>) {
  const { ctx, office, w } = c.var
  const { procedures } = w.public
  const field = c.req.query('linh-vuc')
  const page = pageOf(c.req.query('trang'))
  const [items, fields] = await Promise.all([
    listProcedures(ctx, {
      ...(field === undefined ? {} : { field }),
      limit: perPage,
      offset: (page - 1) * perPage,
    }),
    readFields(ctx),
  ])
  const counted = field === undefined ? fields : fields.filter((it) => it.field === field)
  const of = counted.reduce((sum, it) => sum + it.procedures, 0)
  if (items.length === 0) return c.notFound()
  const title = field === undefined ? procedures.every : procedures.ofField({ field })
  const address = `${to(c, paths.procedures(office.slug))}?${
    field === undefined ? '' : `linh-vuc=${encodeURIComponent(field)}&`
  }trang=`
  return render(
    c,
    <PublicPage
      title={page === 1 ? title : procedures.pageTitle({ title, page })}
      office={office}
      here={here(c)}
      back={{ href: paths.procedures(office.slug), label: procedures.title }}
    >
      <h1>{field === undefined ? title : <Vietnamese text={field} />}</h1>
      <SearchBox office={office.slug} q="" />
      <Range from={(page - 1) * perPage + 1} to={(page - 1) * perPage + items.length} of={of} />
      <ProcedureList office={office.slug} items={items} />
      <nav class="pair" aria-label={procedures.pages}>
        {page > 1 && (
          <a class="button quiet" href={`${address}${page - 1}`} rel="prev">
            {procedures.previous}
          </a>
        )}
        {page * perPage < of && (
          <a class="button quiet" href={`${address}${page + 1}`} rel="next">
            {procedures.next}
          </a>
        )}
      </nav>
    </PublicPage>,
  )
}

function Range(it: { from: number; to: number; of: number }) {
  const { w } = useView()
  return <h2>{w.public.procedures.range(it)}</h2>
}

/** The number of a page; anything that is none is the first. */
function pageOf(text: string | undefined): number {
  return text !== undefined && /^[1-9]\d{0,4}$/.test(text) ? Number(text) : 1
}
