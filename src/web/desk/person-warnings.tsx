import type { IdWarning } from '#src/modules/places/index.ts'
import type { Words } from '#src/words/index.ts'
import { paths } from '../paths.ts'
import { shorten } from '../shorten.ts'
import { Notice } from '../ui/pieces.tsx'
import { Told } from '../ui/told.tsx'
import { useView } from '../view.ts'
import type { Known } from './receive-draft.ts'

/** What to look at before saving: a number that contradicts, a request that is open already. */
export function WarningsOf({ known }: { known: Known }) {
  const { w, to } = useView()
  const { receive } = w.desk
  return (
    <>
      {known.warnings.length > 0 && (
        <Notice tone="sun" title={receive.lookAtNumber}>
          {known.warnings.map((it) => (
            <p>{sayWarning(w, it)}</p>
          ))}
        </Notice>
      )}
      {known.open.length > 0 && (
        <Notice tone="sun" title={receive.openAlready}>
          <ul>
            {known.open.map((it) => (
              <li>
                <a href={to(paths.request(it.id))}>
                  {it.code}: <Told said={shorten(it.procedureName, 80)} />
                </a>{' '}
                · {w.requests.stages[it.stage]}
              </li>
            ))}
          </ul>
        </Notice>
      )}
    </>
  )
}

function sayWarning(w: Words, it: IdWarning): string {
  const { idWarnings } = w.places
  switch (it.warning) {
    case 'birth_year_differs':
      return idWarnings.birth_year_differs(it)
    case 'sex_differs':
      return idWarnings.sex_differs(it)
    case 'place_unknown':
      return idWarnings.place_unknown(it)
    case 'born_in_future':
      return idWarnings.born_in_future(it)
  }
}
