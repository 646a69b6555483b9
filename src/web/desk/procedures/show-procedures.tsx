import type { Context } from 'hono'
import type { Ctx } from '#src/base/ctx.ts'
import {
  listProcedures,
  searchProcedures,
  type ProcedureItem,
  type SearchResult,
} from '#src/modules/catalogue/index.ts'
import type { Env } from '../../env.ts'
import { paths } from '../../paths.ts'
import { sayTimeLimit } from '../../say-time-limit.ts'
import { shorten } from '../../shorten.ts'
import { here, render } from '../../render.tsx'
import { DeskPage } from '../../ui/desk-page.tsx'
import { Sentence, Told, Vietnamese } from '../../ui/told.tsx'
import { useView } from '../../view.ts'
import { SearchBox } from './search-box.tsx'

/** Finds a procedure by what people say; asks back when the words mean several. */
export async function showProcedures(c: Context<Env>) {
  const { ctx, session, w } = c.var
  const words = w.deskReports.procedures
  const q = (c.req.query('q') ?? '').normalize('NFC').trim().slice(0, 200)
  const { items, askBack } = q
    ? await searchProcedures(ctx, { q, limit: 15 })
    : { items: await listProcedures(ctx, { popular: true, limit: 30 }), askBack: null }
  const choices = await standing(ctx, askBack?.choices ?? [])
  return render(
    c,
    <DeskPage
      title={q ? words.results({ q }) : words.title}
      session={session}
      door="procedures"
      here={here(c)}
    >
      <h1>{words.title}</h1>
      <SearchBox q={q} />
      {askBack && choices.length > 1 && <AskBack question={askBack.question} choices={choices} />}
      {items.length > 0 ? (
        <>
          <h2>{q ? words.results({ q }) : words.popular}</h2>
          <Found items={items} />
        </>
      ) : (
        <>
          <h2>{words.none({ q })}</h2>
          <p>{words.noneHint}</p>
        </>
      )}
    </DeskPage>,
  )
}

type AskedBack = NonNullable<SearchResult['askBack']>

/** Some choices are in the national list only, which this installation may not have taken in. */
async function standing(ctx: Ctx, choices: AskedBack['choices']): Promise<AskedBack['choices']> {
  if (choices.length === 0) return []
  const known = await listProcedures(ctx, { codes: choices.map((it) => it.code) })
  return choices.filter((choice) => known.some((it) => it.code === choice.code))
}

function AskBack({ question, choices }: AskedBack) {
  const { to } = useView()
  return (
    <section class="notice sun">
      <h2>
        <Told said={question} />
      </h2>
      <ul>
        {choices.map((choice) => (
          <li>
            <a href={to(paths.deskProcedure(choice.code))}>
              <Told said={choice.text} />
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}

type Item = ProcedureItem & { matched?: string }

function Found({ items }: { items: Item[] }) {
  const { lang, w, to } = useView()
  const words = w.deskReports.procedures
  return (
    <ul class="paths">
      {items.map((item) => (
        <li>
          <a href={to(paths.deskProcedure(item.code))}>
            <Told said={shorten(item.plainName, 220)} />
          </a>
          <span>
            {item.code}
            {item.authority && (
              <>
                {' · '}
                <Told said={item.authority} />
              </>
            )}
            {item.time && ` · ${sayTimeLimit(lang, item.time)}`}
            {item.matched && item.matched !== item.plainName.vi && (
              <>
                {' · '}
                <Sentence text={words.matched}>
                  <Vietnamese text={item.matched} />
                </Sentence>
              </>
            )}
          </span>
        </li>
      ))}
    </ul>
  )
}
