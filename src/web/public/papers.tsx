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
                <PaperName said={paper.name} />
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

/** The national list writes whole paragraphs as names: those are not set in bold. */
function PaperName({ said }: { said: Paper['name'] }) {
  const name = <Told said={said} />
  return said.vi.length > 120 ? <div>{name}</div> : <b>{name}</b>
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
