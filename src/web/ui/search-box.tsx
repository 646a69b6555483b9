import { useView } from '../view.ts'

type Props = { action: string; q: string; words: { label: string; hint: string; find: string } }

/** The one question: what papers are needed, asked as people speak, without accents. */
export function SearchBox({ action, q, words }: Props) {
  const { to } = useView()
  return (
    <form class="search" role="search" action={to(action)}>
      <div class="field">
        <label for="o-q">{words.label}</label>
        <span class="hint" id="o-q-hint">
          {words.hint}
        </span>
        <div class="row">
          <input
            id="o-q"
            name="q"
            type="search"
            value={q}
            aria-describedby="o-q-hint"
            autocomplete="off"
            maxlength={200}
          />
          <button class="button">{words.find}</button>
        </div>
      </div>
    </form>
  )
}
