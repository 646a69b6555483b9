import { paths } from '../paths.ts'
import { sayDate, today } from '../dates.ts'
import { WayFields } from '../ui/way-fields.tsx'
import { useView } from '../view.ts'
import type { RequestView } from './request-view.ts'

/** How the person is told of this request, since when, and changed by a form that is folded away. */
export function RequestWay({ request, choice, ways, filled, mayWork }: RequestView) {
  const { lang, w, to } = useView()
  const { consent } = w
  const names = { way: 'bao-tin.way', email: 'bao-tin.email' }
  const open = Boolean(filled.errors[names.email])
  return (
    <section id="bao-tin" aria-labelledby="bao-tin-la">
      <h2 id="bao-tin-la">{consent.chosen}</h2>
      <p>
        {choice ? consent.ways[choice.way] : consent.notAsked}
        {choice && <br />}
        {choice && (
          <span class="hint">
            {consent.chosenAt({ date: sayDate(lang, today(choice.chosenAt)) })}
          </span>
        )}
      </p>
      {mayWork && (
        <details class="field" open={open}>
          <summary>{consent.change}</summary>
          <form method="post" action={to(paths.requestDo(request.id, 'bao-tin'))}>
            <WayFields filled={filled} ways={ways} names={names} initial={choice?.way} />
            <button class="button quiet">{consent.save}</button>
          </form>
        </details>
      )}
    </section>
  )
}
