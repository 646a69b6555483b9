import type { Context } from 'hono'
import { getCopy, type Copy } from '#src/modules/certification/index.ts'
import { Refusal } from '#src/base/refusal.ts'
import type { Office } from '#src/modules/offices/index.ts'
import { sayInstant, sayMoney } from '../../dates.ts'
import type { Env } from '../../env.ts'
import { paths } from '../../paths.ts'
import { isUuid } from '../../public/is-uuid.ts'
import { here, render } from '../../render.tsx'
import { DeskPage } from '../../ui/desk-page.tsx'
import { Qr } from '../../ui/qr.tsx'
import { Vietnamese } from '../../ui/told.tsx'
import { useView } from '../../view.ts'
import { verifyUrlOf } from './with-signing.ts'

/** What the person takes home beside the file: number, code, how anybody checks it. */
export async function showSlip(c: Context<Env>) {
  const copyId = c.req.param('id') ?? ''
  if (!isUuid(copyId)) return c.notFound()
  const copy = await getCopy(c.var.ctx, { copyId })
  if (!copy.numbered || !copy.issuedAt) throw new Refusal('certification.not_issued')
  const words = c.var.w.deskCertification.slip
  return render(
    c,
    <DeskPage
      title={words.title}
      session={c.var.session}
      door="certification"
      here={here(c)}
      narrow
      back={{ href: paths.copy(copyId), label: copy.originalName }}
    >
      <div class="noprint">
        <h1>{words.title}</h1>
        <p>{words.hint}</p>
      </div>
      <SlipSheet copy={copy} office={c.var.office} url={verifyUrlOf(c)(copy.code)} />
    </DeskPage>,
  )
}

function SlipSheet({ copy, office, url }: { copy: Copy; office: Office; url: string }) {
  const { lang, w } = useView()
  const words = w.deskCertification
  return (
    <article class="slip" aria-label={words.slip.title}>
      <p class="slip-office">
        <b>{office.name[lang]}</b>
        {office.address && (
          <>
            <br />
            <Vietnamese text={office.address} />
          </>
        )}
      </p>
      <p>
        <b>
          <Vietnamese text={copy.originalName} />
        </b>
        <br />
        {copy.numbered && words.numbered(copy.numbered)}
        <br />
        {copy.issuedAt && sayInstant(lang, copy.issuedAt)}
      </p>
      <p class="slip-due">
        {words.slip.fee} <b>{copy.exemptReason ? words.free : sayMoney(copy.feeVnd)}</b>
        {copy.receipt?.receiptNo && (
          <>
            <br />
            {words.slip.receipt({ number: copy.receipt.receiptNo })}
          </>
        )}
      </p>
      <p>{words.slip.check}</p>
      <p class="code">{copy.code.replace(/(.{4})(?=.)/g, '$1 ')}</p>
      <Qr text={url} label={words.slip.qr} />
      <p class="address">{url}</p>
      {copy.medium === 'electronic' && <p>{words.slip.use}</p>}
      <p>
        {office.phone && (
          <>
            {w.site.callUs} <b>{office.phone}</b>.
          </>
        )}
      </p>
    </article>
  )
}
