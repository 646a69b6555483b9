import { CommandForm } from './command-form.tsx'
import { useLine } from './line-view.ts'

/** Once a day: at which counter do I sit. */
export function Sit() {
  const { state, said, errors } = useLine()
  const { sit } = said
  if (!state.dayOpen)
    return (
      <section class="column line-front" aria-label={sit.closed}>
        <h2>{sit.closed}</h2>
        <p class="hint">{sit.closedHint}</p>
      </section>
    )
  return (
    <section class="column line-front" aria-label={sit.title}>
      <h2>{sit.title}</h2>
      {state.counters.length === 0 ? (
        <p>{sit.none}</p>
      ) : (
        <>
          <p class="hint">{sit.hint}</p>
          {errors['counter'] && <p class="late">{errors['counter']}</p>}
          <ul class="picks">
            {state.counters.map((it) => (
              <li key={it.id}>
                <CommandForm deed="sit">
                  <button class="pick" name="counter" value={it.id}>
                    {said.counter({ number: it.number })}
                    {it.officer !== null && <small>{sit.taken({ officer: it.officer })}</small>}
                  </button>
                </CommandForm>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}
