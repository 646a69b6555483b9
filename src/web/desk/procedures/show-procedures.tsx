import type { Context } from 'hono'
import {
  listProcedures,
  searchProcedures,
  type ProcedureItem,
} from '#src/modules/catalogue/index.ts'
import type { Env } from '../../env.ts'
import { paths } from '../../paths.ts'
import { sayTimeLimit } from '../../say-time-limit.ts'
import { shorten } from '../../shorten.ts'
import { here, render } from '../../render.tsx'
import { AskBack } from '../../ui/ask-back.tsx'
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
      <AskBack asked={askBack} pathOf={paths.deskProcedure} />
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
