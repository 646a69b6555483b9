import { paths } from '../../paths.ts'
import { useView } from '../../view.ts'

/** What the officer hears, typed as it is heard. */
export function SearchBox({ q }: { q: string }) {
  const { w, to } = useView()
  const words = w.deskReports.procedures
  return (
    <form class="search" role="search" action={to(paths.deskProcedures())}>
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
