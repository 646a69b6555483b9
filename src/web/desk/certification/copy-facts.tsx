import type { Copy, Deed } from '#src/modules/certification/index.ts'
import type { SigningJob } from '#src/modules/signing/index.ts'
import { sayInstant, sayMoney } from '../../dates.ts'
import { paths } from '../../paths.ts'
import { Summary } from '../../ui/pieces.tsx'
import { Vietnamese } from '../../ui/told.tsx'
import { useView } from '../../view.ts'

type Props = {
  copy: Copy
  job: SigningJob | null
  requestCode: string
  /** Whoever only reads is led to the request itself. */
  mayWork: boolean
  /** Whoever reads the trail may look at the file of a copy that is over. */
  mayAudit: boolean
  /** Of the officers who did something, by id. */
  names: ReadonlyMap<string, string>
  verifyUrl: string
}

/** What the copy is, and who did what with it when. */
export function CopyFacts(props: Props) {
  const { copy, job, requestCode, mayWork, mayAudit, names, verifyUrl } = props
  const { lang, w, to } = useView()
  const words = w.deskCertification
  const said = (deed: Deed | null) =>
    deed && words.copy.by({ at: sayInstant(lang, deed.at), name: names.get(deed.by) ?? '' })
  const about = mayWork ? paths.requestCopies : paths.request
  const over = copy.state === 'annulled' || copy.state === 'revoked'
  const issued = copy.issuedAt !== null && (copy.state === 'issued' || over)
  return (
    <section>
      <h2>{words.copy.facts}</h2>
      <Summary
        rows={[
          [words.copy.request, <a href={to(about(copy.requestId))}>{requestCode}</a>],
          [words.copy.requester, <Vietnamese text={copy.requesterName} />],
          [
            words.copy.number,
            copy.numbered && <span class="block">{words.numbered(copy.numbered)}</span>,
          ],
          [
            words.copy.original,
            `${words.pages({ count: copy.originalPages })}, ${words.copies({ count: copy.copies })}`,
          ],
          [words.copy.fee, copy.exemptReason ? words.free : sayMoney(copy.feeVnd)],
          [words.copy.exempt, copy.exemptReason && <Vietnamese text={copy.exemptReason} />],
          [words.copy.asked, said(copy.asked)],
          [words.copy.compared, said(copy.compared)],
          [words.copy.approved, said(copy.numbered)],
          [words.copy.issued, copy.issuedAt && sayInstant(lang, copy.issuedAt)],
          [words.copy.level, issued && job?.level && words.copy.levels[job.level]],
          [words.copy.delivered, copy.delivered && <Handed copy={copy} said={said} />],
          [w.certification.states[copy.state], copy.ended && said(copy.ended)],
          [words.copy.ended, copy.ended && <Vietnamese text={copy.ended.reason} />],
          [words.copy.sha, copy.sha256 && <code class="secret">{copy.sha256}</code>],
        ]}
      />
      {issued && (
        <ul class="paths">
          {copy.medium === 'electronic' && (!over || mayAudit) && (
            <li>
              <a href={to(paths.copyFile(copy.id, over))}>
                {over ? words.copy.forTrail : words.copy.download}
              </a>
            </li>
          )}
          {!over && (
            <li>
              <a href={to(paths.copySlip(copy.id))}>{words.copy.slip}</a>
            </li>
          )}
          <li>
            <a href={verifyUrl}>{words.copy.verify}</a>
          </li>
        </ul>
      )}
    </section>
  )
}

function Handed({ copy, said }: { copy: Copy; said: (deed: Deed | null) => string | null }) {
  const { w } = useView()
  const words = w.deskCertification.copy
  if (!copy.delivered) return null
  return (
    <>
      <span class="block">{words.hows[copy.delivered.how]}</span>
      <span class="block">
        <Vietnamese text={copy.delivered.to} />
      </span>
      <span class="hint">{said(copy.delivered)}</span>
    </>
  )
}
