import type { Child } from 'hono/jsx'
import type { Paper } from '#src/modules/papers/index.ts'
import { paths } from '../../paths.ts'
import { Notice } from '../../ui/pieces.tsx'
import { useView } from '../../view.ts'

type Props = {
  paper: Paper
  /** What is asked beside each page; nothing where one only looks. */
  beside?: (number: number) => Child
}

/** Each page large enough to hold the original beside. Every look at one is written in the trail. */
export function Pictures({ paper, beside }: Props) {
  const { w, to } = useView()
  const words = w.deskCertification.compare
  return (
    <ol class="scans large">
      {paper.pages.map((page, i) => {
        const at = (deed: string) =>
          to(paths.requestPageDo(paper.requestId, paper.id, page.id, deed))
        const number = i + 1
        return (
          <li>
            {page.kind === 'pdf' ? (
              <p class="scan-pdf">
                <a href={at('goc')}>{words.openPdf}</a>{' '}
                <span class="hint">{w.papers.paper.pdf({ count: page.sheets })}</span>
              </p>
            ) : (
              <a href={at('xem')}>
                <img
                  src={at('xem')}
                  alt={words.picture({ number, name: paper.name })}
                  loading="lazy"
                />
              </a>
            )}
            {beside && page.troubles.length > 0 && (
              <Notice tone="sun">
                {page.troubles.map((it) => (
                  <p>{w.papers.troubles[it]}</p>
                ))}
              </Notice>
            )}
            {beside?.(number)}
          </li>
        )
      })}
    </ol>
  )
}
