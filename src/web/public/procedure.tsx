import type { Context } from 'hono'
import { Refusal } from '#src/base/refusal.ts'
import { getProcedure, type ProcedureVersion } from '#src/modules/catalogue/index.ts'
import { today } from '../dates.ts'
import type { Env } from '../env.ts'
import { paths } from '../paths.ts'
import { here, render } from '../render.tsx'
import { shorten } from '../shorten.ts'
import { Notice } from '../ui/pieces.tsx'
import { PublicPage } from '../ui/public-page.tsx'
import { Told } from '../ui/told.tsx'
import { useView } from '../view.ts'
import { withCodes } from './booking/asked-codes.ts'
import { showEnded } from './ended-procedure.tsx'
import { Papers } from './papers.tsx'
import { ProcedureFacts } from './procedure-facts.tsx'
import { ProcedureLaw } from './procedure-law.tsx'
import { readDay } from './read-day.ts'
import { readFees } from './read-fees.ts'
import { Upload } from './upload.tsx'
import { titleOf, Validity } from './validity.tsx'
import { WhoMayGo } from './who-may-go.tsx'

/**
 * A procedure as it stands today, or on the day `?ngay=`. A code that is over says what took its
 * place.
 */
export async function showProcedure(c: Context<Env>) {
  const { ctx, office, lang, w } = c.var
  const code = c.req.param('code') ?? ''
  const at = readDay(c.req.query('ngay')) ?? today(ctx.now)
  let version: ProcedureVersion
  try {
    version = await getProcedure(ctx, { code, at })
  } catch (error) {
    if (error instanceof Refusal && /expired|not_yet/.test(error.code)) return showEnded(c, error)
    throw error
  }
  const fees = await readFees(ctx, version, at)
  const { procedures } = w.public
  return render(
    c,
    <PublicPage
      title={titleOf(version, today(ctx.now), lang, w)}
      office={office}
      here={here(c)}
      description={(version.purpose ?? shorten(version.name))[lang]}
      back={{ href: paths.procedures(office.slug), label: procedures.title }}
    >
      <h1>
        <Told said={shorten(version.plainName)} />
      </h1>
      {version.purpose && (
        <p>
          <Told said={version.purpose} />
        </p>
      )}
      <Validity
        current={paths.procedure(office.slug, version.code)}
        version={version}
        asked={code}
        now={today(ctx.now)}
      />
      <ToChecklist office={office.slug} version={version} />
      <ToBooking office={office.slug} code={version.code} />
      <ProcedureFacts version={version} fees={fees} />
      <Warnings version={version} />
      <PaperSection version={version} />
      <WhoSection version={version} />
      <Upload version={version} />
      <ProcedureLaw version={version} />
    </PublicPage>,
  )
}

function ToChecklist({ office, version }: { office: string; version: ProcedureVersion }) {
  const { w, to } = useView()
  const { procedure } = w.public
  if (version.papers.length === 0) return null
  const count = version.questions.length
  return (
    <p class="noprint">
      <a class="button" href={to(paths.checklist(office, version.code))}>
        {count > 0 ? procedure.checklist : procedure.checklistPrint}
      </a>
      {count > 0 && (
        <>
          <br />
          <span class="hint">{procedure.questions({ count })}</span>
        </>
      )}
    </p>
  )
}

function ToBooking({ office, code }: { office: string; code: string }) {
  const { w, to } = useView()
  return (
    <p class="noprint">
      <a class="button quiet" href={to(withCodes(paths.book(office), [code]))}>
        {w.bookingPages.bookThis}
      </a>
    </p>
  )
}

function Warnings({ version }: { version: ProcedureVersion }) {
  const { w } = useView()
  if (version.warnings.length === 0) return null
  return (
    <Notice tone="sun" title={w.public.procedure.warnings}>
      <ul>
        {version.warnings.map((it) => (
          <li>
            <Told said={it} />
          </li>
        ))}
      </ul>
    </Notice>
  )
}

function PaperSection({ version }: { version: ProcedureVersion }) {
  const { procedure } = useView().w.public
  const sometimes = version.papers.filter((paper) => Object.keys(paper.when).length > 0)
  const always = version.papers.filter((paper) => Object.keys(paper.when).length === 0)
  return (
    <>
      <h2>{procedure.papers}</h2>
      {version.papers.length === 0 && <p>{procedure.papersUnknown}</p>}
      <Papers papers={always} />
      {sometimes.length > 0 && (
        <>
          <h3>{procedure.sometimes}</h3>
          <Papers papers={sometimes} />
        </>
      )}
    </>
  )
}

function WhoSection({ version }: { version: ProcedureVersion }) {
  const { procedure } = useView().w.public
  return (
    <>
      <h2>{procedure.proxy}</h2>
      <WhoMayGo version={version} />
    </>
  )
}
