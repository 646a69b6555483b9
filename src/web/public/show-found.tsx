import type { Context } from 'hono'
import type { Ctx } from '#src/base/ctx.ts'
import {
  listProcedures,
  searchProcedures,
  type SearchResult,
} from '#src/modules/catalogue/index.ts'
import type { Env } from '../env.ts'
import { paths } from '../paths.ts'
import { here, render } from '../render.tsx'
import { PublicPage } from '../ui/public-page.tsx'
import { Told } from '../ui/told.tsx'
import { useView } from '../view.ts'
import { ProcedureList } from './procedure-list.tsx'
import { SearchBox } from './search-box.tsx'

/** What was found for the words as they were typed; asks back when they mean several things. */
export async function showFound(c: Context<Env>, q: string) {
  const { ctx, office, w } = c.var
  const { procedures } = w.public
  const { items, askBack } = await searchProcedures(ctx, { q, limit: 10 })
  const choices = await standing(ctx, askBack?.choices ?? [])
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
      {askBack && choices.length > 1 && (
        <AskBack office={office.slug} question={askBack.question} choices={choices} />
      )}
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

type AskBack = NonNullable<SearchResult['askBack']>

/** Some choices are in the national list only, which this installation may not have taken in. */
async function standing(ctx: Ctx, choices: AskBack['choices']): Promise<AskBack['choices']> {
  if (choices.length === 0) return []
  const known = await listProcedures(ctx, { codes: choices.map((it) => it.code) })
  return choices.filter((choice) => known.some((it) => it.code === choice.code))
}

/** "Khai sinh có nhiều loại. Bà con cần loại nào?" */
function AskBack({ office, question, choices }: AskBack & { office: string }) {
  const { to } = useView()
  return (
    <section class="notice sun">
      <h2>
        <Told said={question} />
      </h2>
      <ul>
        {choices.map((choice) => (
          <li>
            <a href={to(paths.procedure(office, choice.code))}>
              <Told said={choice.text} />
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}
