import { paths } from '../paths.ts'
import { useView } from '../view.ts'

/** "Bà con cần làm giấy tờ gì?": as people speak, without accents. */
export function SearchBox({ office, q }: { office: string; q: string }) {
  const { w, to } = useView()
  const { home } = w.public
  return (
    <form class="search" role="search" action={to(paths.procedures(office))}>
      <div class="field">
        <label for="o-q">{home.label}</label>
        <span class="hint" id="o-q-hint">
          {home.hint}
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
          <button class="button">{home.find}</button>
        </div>
      </div>
    </form>
  )
}
