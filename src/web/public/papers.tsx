import type { Paper } from '#src/modules/catalogue/index.ts'
import { Told } from '../ui/told.tsx'
import { useView } from '../view.ts'

/** Papers under their headings, in the order given; `sometimes` marks those that depend on the case. */
export function Papers({ papers, tick }: { papers: Paper[]; tick?: boolean }) {
  const groups = [...Map.groupBy(papers, (paper) => paper.group?.vi ?? '').values()]
  return (
    <>
      {groups.map((group) => (
        <>
          {group[0]?.group && (
            <h3>
              <Told said={group[0].group} />
            </h3>
          )}
          <ul class={tick ? 'papers tick' : 'papers'}>
            {group.map((paper) => (
              <li>
                <b>
                  <Told said={paper.name} />
                </b>
                <PaperCount paper={paper} />
                {paper.hint && (
                  <span class="hint">
                    <Told said={paper.hint} />
                  </span>
                )}
              </li>
            ))}
          </ul>
        </>
      ))}
    </>
  )
}

function PaperCount({ paper }: { paper: Paper }) {
  const { procedure } = useView().w.public
  const said = [
    paper.originals > 0 && procedure.originals({ count: paper.originals }),
    paper.copies > 0 && procedure.copies({ count: paper.copies }),
    paper.shownOnly && procedure.shown,
    paper.certifiedOnline && procedure.certifiedOnline,
  ].filter((it) => it !== false)
  return said.length > 0 ? <span>{said.join(', ')}</span> : null
}
