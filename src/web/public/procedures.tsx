import type { Context } from 'hono'
import { listProcedures, readFields } from '#src/modules/catalogue/index.ts'
import type { Office } from '#src/modules/offices/index.ts'
import type { Env } from '../env.ts'
import { paths } from '../paths.ts'
import { here, render } from '../render.tsx'
import { PublicPage } from '../ui/public-page.tsx'
import { Vietnamese } from '../ui/told.tsx'
import { useView } from '../view.ts'
import { ProcedureList } from './procedure-list.tsx'
import { showProcedurePages } from './procedure-pages.tsx'
import { SearchBox } from './search-box.tsx'
import { showFound } from './show-found.tsx'

type Field = { field: string; procedures: number }

/** Where a procedure is looked for: by words, by what is asked for most, by field. */
export async function showProcedures(c: Context<Env>) {
  const q = (c.req.query('q') ?? '').normalize('NFC').trim()
  if (q) return showFound(c, q)
  if (c.req.query('linh-vuc') !== undefined || c.req.query('trang') !== undefined)
    return showProcedurePages(c)

  const { ctx, office, w } = c.var
  const { procedures } = w.public
  const [popular, fields] = await Promise.all([
    listProcedures(ctx, { popular: true, limit: 12 }),
    readFields(ctx),
  ])
  return render(
    c,
    <PublicPage
      title={procedures.title}
      office={office}
      here={here(c)}
      description={procedures.lead}
    >
      <h1>{procedures.title}</h1>
      <SearchBox office={office.slug} q="" />
      {popular.length > 0 && (
        <>
          <h2>{procedures.popular}</h2>
          <ProcedureList office={office.slug} items={popular} />
        </>
      )}
      <h2>{procedures.all}</h2>
      <FieldList office={office} fields={fields} />
    </PublicPage>,
  )
}

function FieldList({ office, fields }: { office: Office; fields: Field[] }) {
  const { w, to } = useView()
  const { procedures } = w.public
  const address = to(paths.procedures(office.slug))
  const total = fields.reduce((sum, it) => sum + it.procedures, 0)
  return (
    <ul class="tasks">
      <li>
        <a href={`${address}?trang=1`}>{procedures.every}</a>
        <span class="quiet-text">{procedures.fieldCount({ count: total })}</span>
      </li>
      {fields.map((it) => (
        <li>
          <a href={`${address}?linh-vuc=${encodeURIComponent(it.field)}`}>
            <Vietnamese text={it.field} />
          </a>
          <span class="quiet-text">{procedures.fieldCount({ count: it.procedures })}</span>
        </li>
      ))}
    </ul>
  )
}
