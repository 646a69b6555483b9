import type { Context } from 'hono'
import { searchProcedures } from '#src/modules/catalogue/index.ts'
import type { Env } from '../env.ts'
import { paths } from '../paths.ts'
import { here, render } from '../render.tsx'
import { AskBack } from '../ui/ask-back.tsx'
import { PublicPage } from '../ui/public-page.tsx'
import { ProcedureList } from './procedure-list.tsx'
import { SearchBox } from './search-box.tsx'

/** What was found for the words as they were typed; asks back when they mean several things. */
export async function showFound(c: Context<Env>, q: string) {
  const { ctx, office, w } = c.var
  const { procedures } = w.public
  const { items, askBack } = await searchProcedures(ctx, { q, limit: 10 })
  return render(
    c,
    <PublicPage
      title={procedures.foundTitle({ q })}
      office={office}
      here={here(c)}
      back={{ href: paths.procedures(office.slug), label: procedures.title }}
    >
      <h1>{procedures.results({ q })}</h1>
      <SearchBox office={office.slug} q={q} />
      <AskBack asked={askBack} pathOf={(code) => paths.procedure(office.slug, code)} />
      {items.length > 0 ? (
        <>
          <h2>{procedures.best}</h2>
          <ProcedureList office={office.slug} items={items} />
        </>
      ) : (
        <>
          <h2>{procedures.none({ q })}</h2>
          <p>{procedures.noneHint}</p>
        </>
      )}
    </PublicPage>,
  )
}
