import type { Context } from 'hono'
import { initials, readSlip, type Slip } from '#src/modules/requests/index.ts'
import { sayDate, sayInstant, today } from '../dates.ts'
import type { Env } from '../env.ts'
import { paths } from '../paths.ts'
import { isUuid } from '../public/is-uuid.ts'
import { here, render, to } from '../render.tsx'
import { shorten } from '../shorten.ts'
import { DeskPage } from '../ui/desk-page.tsx'
import { Qr } from '../ui/qr.tsx'
import { Told, Vietnamese } from '../ui/told.tsx'
import { useView, viewIn } from '../view.ts'

/** What the person takes home: on A5, or on an 80 mm receipt printer (`?kho=80`). */
export async function showSlip(c: Context<Env>) {
  const id = c.req.param('id') ?? ''
  if (!isUuid(id)) return c.notFound()
  const { ctx, session, w, house } = c.var
  const slip = await readSlip(ctx, { requestId: id })
  const roll = c.req.query('kho') === '80'
  const said = w.deskRequest.slip
  return render(
    c,
    <DeskPage
      title={said.title({ code: slip.code })}
      session={session}
      door="requests"
      here={here(c)}
      narrow
      back={{ href: paths.request(id), label: slip.code }}
    >
      <div class="noprint">
        <h1>{said.title({ code: slip.code })}</h1>
        <p>
          {said.printHint}{' '}
          <a href={to(c, paths.slip(id, !roll))}>{roll ? said.onA5 : said.onRoll}</a>
        </p>
      </div>
      <SlipSheet slip={slip} roll={roll} site={house.publicUrl} now={ctx.now} />
    </DeskPage>,
  )
}

type SheetProps = { slip: Slip; roll: boolean; site: string; now: Date }

/** No name but initials, and no number: a slip is lost more easily than a telephone. */
function SlipSheet({ slip, roll, site, now }: SheetProps) {
  const { lang, w, to } = useView()
  const said = w.deskRequest.slip
  const { office } = slip
  const track = site + viewIn(lang).to(paths.track(office.slug, slip.code))
  const rate = site + to(paths.rate(office.slug, slip.token))
  const unfiled = slip.stage === 'preparing' || slip.stage === 'ready'
  return (
    <article class={roll ? 'slip roll' : 'slip'} aria-label={said.title({ code: slip.code })}>
      <p class="slip-office">
        <b>{office.name[lang]}</b>
        {office.address && (
          <>
            <br />
            <Vietnamese text={office.address} />
          </>
        )}
      </p>
      <p class="code">{slip.code}</p>
      <p>
        <b>
          <Told said={shorten(slip.procedureName)} />
        </b>
        <br />
        {said.forWhom} {initials(slip.subjectName)}
        <br />
        {said.received} {sayInstant(lang, slip.receivedAt)}
      </p>
      {slip.externalCode && (
        <p>
          {said.externalCode} <b>{slip.externalCode}</b>
        </p>
      )}
      <p class="slip-due">
        {slip.dueOn ? (
          <>
            {said.due} <b>{sayDate(lang, slip.dueOn)}</b>
          </>
        ) : unfiled ? (
          said.notFiled
        ) : (
          w.requests.stages[slip.stage]
        )}
        {slip.resultDelivery && (
          <>
            <br />
            {w.requests.deliveries[slip.resultDelivery]}
          </>
        )}
      </p>
      {slip.missing.length > 0 && unfiled && (
        <>
          <h2>{said.missing}</h2>
          <ul class="papers tick">
            {slip.missing.map((it) => (
              <li>
                <b>
                  <Told said={it.name} />
                </b>
                {it.hint && (
                  <span class="hint">
                    <Told said={it.hint} />
                  </span>
                )}
              </li>
            ))}
          </ul>
        </>
      )}
      <div class="slip-codes">
        <figure>
          <Qr text={track} label={said.trackQr} />
          <figcaption>{said.track}</figcaption>
        </figure>
        <figure>
          <Qr text={rate} label={said.rateQr} />
          <figcaption>{said.rate}</figcaption>
        </figure>
      </div>
      <p>
        {office.phone && (
          <>
            {w.site.callUs} <b>{office.phone}</b>.{' '}
          </>
        )}
        {office.opening && (
          <>
            <Told said={office.opening} />.{' '}
          </>
        )}
      </p>
      <p>{w.site.neverAsk}</p>
      <p class="hint">{said.printed({ date: sayDate(lang, today(now)) })}</p>
    </article>
  )
}
