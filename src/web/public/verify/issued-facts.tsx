import type { Issued } from '#src/modules/certification/index.ts'
import type { Office } from '#src/modules/offices/index.ts'
import { local, sayDate } from '../../dates.ts'
import { Notice, Summary, Tag } from '../../ui/pieces.tsx'
import { useView } from '../../view.ts'

/** Which copy it is: of what, under which number, by whom, when. Of the person only the initials. */
export function IssuedFacts({ copy, office }: { copy: Issued; office: Office }) {
  const { lang, w } = useView()
  const { facts, states } = w.verifyPages
  return (
    <Summary
      rows={[
        [
          facts.state,
          <Tag tone={copy.state === 'issued' ? 'leaf' : 'hot'}>{states[copy.state]}</Tag>,
        ],
        [facts.original, copy.originalName],
        [facts.number, String(copy.number)],
        [facts.book, copy.book],
        [facts.on, sayDate(lang, copy.approvedOn)],
        [facts.signer, `${copy.signerName}, ${copy.signerTitle}`],
        [facts.pages, String(copy.originalPages)],
        [facts.copies, copy.copies > 1 && String(copy.copies)],
        [facts.requester, copy.requesterInitials],
        [facts.office, office.name[lang]],
      ]}
    />
  )
}

/** Why a copy is worth nothing any more. */
export function Ended({ copy }: { copy: Issued }) {
  const { lang, w } = useView()
  const said = w.verifyPages
  if (copy.state === 'issued') return null
  return (
    <Notice tone="hot" title={said.ended[copy.state]}>
      {copy.ended && (
        <p>
          {said.endedOn(sayDate(lang, local(copy.ended.at).toPlainDate()))}{' '}
          {said.reason(copy.ended.reason)}
        </p>
      )}
    </Notice>
  )
}
