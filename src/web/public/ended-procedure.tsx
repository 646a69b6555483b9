import type { Context } from 'hono'
import type { Refusal } from '#src/base/refusal.ts'
import { wordRefusal } from '#src/words/index.ts'
import { sayDay } from '../dates.ts'
import type { Env } from '../env.ts'
import { paths } from '../paths.ts'
import { here, render, to } from '../render.tsx'
import { PublicPage } from '../ui/public-page.tsx'
import { Sentence, Vietnamese } from '../ui/told.tsx'
import { useView } from '../view.ts'
import { readDay } from './read-day.ts'
import { SearchBox } from './search-box.tsx'

/** A code that is over, or had not begun: what it was called, until when, and what to use now. */
export function showEnded(c: Context<Env>, refusal: Refusal) {
  const { office, lang, w } = c.var
  const { procedure, procedures } = w.public
  const { params } = refusal
  const code = String(params.code ?? '')
  const ended = refusal.code === 'catalogue.procedure_expired'
  const title = ended ? procedure.expiredTitle({ code }) : procedure.notYetTitle({ code })
  return render(
    c,
    <PublicPage
      title={title}
      office={office}
      here={here(c)}
      back={{ href: paths.procedures(office.slug), label: procedures.title }}
    >
      <h1>{title}</h1>
      {ended ? (
        <Ended office={office.slug} params={params} />
      ) : (
        <p>
          {wordRefusal(lang, refusal)}{' '}
          <a href={to(c, paths.procedure(office.slug, code))}>{procedure.current}</a>
        </p>
      )}
      <SearchBox office={office.slug} q="" />
    </PublicPage>,
    ended ? 410 : 404,
  )
}

function Ended({ office, params }: { office: string; params: Refusal['params'] }) {
  const { lang, w, to } = useView()
  const { procedure } = w.public
  const until = readDay(String(params.until ?? ''))
  const successor = String(params.successor ?? '')
  return (
    <>
      <p>
        <Sentence
          text={until ? procedure.expired({ until: sayDay(lang, until) }) : procedure.expiredNoDay}
        >
          <Vietnamese text={String(params.name ?? '')} />
        </Sentence>
      </p>
      {successor ? (
        <p>
          {procedure.successor}{' '}
          <a href={to(paths.procedure(office, successor))}>
            <Vietnamese text={String(params.successorName)} />
          </a>{' '}
          ({successor}).
        </p>
      ) : (
        <p>{procedure.noSuccessor}</p>
      )}
      {until && (
        <p>
          <a
            href={`${to(paths.procedure(office, String(params.code)))}?ngay=${until
              .subtract({ days: 1 })
              .toString()}`}
          >
            {procedure.seeOld}
          </a>
        </p>
      )}
    </>
  )
}
