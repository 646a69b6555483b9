import type { ProcedureItem } from '#src/modules/catalogue/index.ts'
import { paths } from '../../paths.ts'
import { shorten } from '../../shorten.ts'
import { useView } from '../../view.ts'

/** So many are seen at once; what is asked for less stays folded. */
const seen = 6

type Props = { office: string; items: ProcedureItem[]; chosen: readonly string[] }

/** What one comes for, any number of it; what was chosen already stands first. */
export function ProcedureBoxes({ office, items, chosen }: Props) {
  const { w, to } = useView()
  const said = w.bookingPages.choose
  const sorted = [
    ...items.filter((it) => chosen.includes(it.code)),
    ...items.filter((it) => !chosen.includes(it.code)),
  ]
  const folded = sorted.slice(Math.max(seen, chosen.length))
  return (
    <fieldset class="field">
      <legend>{said.what}</legend>
      <span class="hint">{said.whatHint}</span>
      <Boxes items={sorted.slice(0, sorted.length - folded.length)} chosen={chosen} />
      {folded.length > 0 && (
        <details>
          <summary>{said.others}</summary>
          <Boxes items={folded} chosen={chosen} />
        </details>
      )}
      <p>
        <a href={to(paths.procedures(office))}>{said.find}</a>
      </p>
    </fieldset>
  )
}

function Boxes({ items, chosen }: Omit<Props, 'office'>) {
  const { lang } = useView()
  // A name that nobody has translated yet is read out as Vietnamese.
  const langOf = (name: ProcedureItem['plainName']) =>
    lang === 'en' && name.en === name.vi ? 'vi' : undefined
  return (
    <div class="choices">
      {items.map((it) => (
        <div class="choice">
          <input
            id={`o-${it.code}`}
            type="checkbox"
            name="thu-tuc"
            value={it.code}
            checked={chosen.includes(it.code)}
          />
          <label for={`o-${it.code}`} lang={langOf(it.plainName)}>
            {shorten(it.plainName)[lang]}
          </label>
        </div>
      ))}
    </div>
  )
}
