import type { Need, NeedAnswer } from '#src/modules/certification/index.ts'
import { countSheets, type Paper } from '#src/modules/papers/index.ts'
import { paths } from '../../paths.ts'
import { Tag, type Tone } from '../../ui/pieces.tsx'
import { Vietnamese } from '../../ui/told.tsx'
import { useView } from '../../view.ts'
import { noScan } from './ask-copy.tsx'

const tones: Record<NeedAnswer, Tone> = { needed: 'leaf', not_needed: 'sun', unknown: 'plain' }

type Props = { requestId: string; papers: { paper: Paper; need: Need }[] }

/** The papers of the request, each with whether a certified copy of it is asked for at all. */
export function ChoosePaper({ requestId, papers }: Props) {
  const { w, to } = useView()
  const words = w.deskCertification
  return (
    <section class="part">
      <h2>{words.ask.which}</h2>
      <p>
        {words.ask.whichLead} <a href={to(paths.requestPapers(requestId))}>{words.ask.toPapers}</a>
      </p>
      {papers.length === 0 && <p>{words.ask.noPapers}</p>}
      <ul class="papers check">
        {papers.map(({ paper, need }) => (
          <li>
            <div>
              <b>
                <Vietnamese text={paper.name} />
              </b>{' '}
              <Tag tone={tones[need.answer]}>{w.certification.needAnswers[need.answer]}</Tag>
              <span class="hint">{words.pages({ count: countSheets(paper) })}</span>
            </div>
            <a
              class="pick"
              href={to(paths.requestCopies(requestId, paper.id))}
              aria-label={`${words.ask.choose}: ${paper.name}`}
            >
              {words.ask.choose}
            </a>
          </li>
        ))}
        <li>
          <div>
            <b>{words.ask.photocopy}</b>
            <span class="hint">{words.ask.photocopyHint}</span>
          </div>
          <a
            class="pick"
            href={to(paths.requestCopies(requestId, noScan))}
            aria-label={`${words.ask.choose}: ${words.ask.photocopy}`}
          >
            {words.ask.choose}
          </a>
        </li>
      </ul>
    </section>
  )
}
