import type { Context } from 'hono'
import { Refusal } from '#src/base/refusal.ts'
import {
  getProcedure,
  listOfficeFees,
  type ProcedureVersion,
} from '#src/modules/catalogue/index.ts'
import { wordRefusal } from '#src/words/index.ts'
import { today } from '../../dates.ts'
import type { Env } from '../../env.ts'
import { paths } from '../../paths.ts'
import { ProcedureFacts } from '../../public/procedure-facts.tsx'
import { ProcedureLaw } from '../../public/procedure-law.tsx'
import { readDay } from '../../public/read-day.ts'
import { readFees } from '../../public/read-fees.ts'
import { Upload } from '../../public/upload.tsx'
import { titleOf, Validity } from '../../public/validity.tsx'
import { blank, type Filled } from '../../read-form.ts'
import { here, render, to } from '../../render.tsx'
import { shorten } from '../../shorten.ts'
import { DeskPage } from '../../ui/desk-page.tsx'
import { Done, readDone } from '../../ui/done.tsx'
import { ErrorSummary } from '../../ui/error-summary.tsx'
import { Told } from '../../ui/told.tsx'
import { AskWarn } from './ask-warn.tsx'
import { FeeSection } from './fee-section.tsx'
import { PapersByAnswers } from './papers-by-answers.tsx'
import { readAnswers } from './read-answers.ts'
import { readNeighbours } from './read-neighbours.ts'
import { SearchBox } from './search-box.tsx'
import { Versions } from './versions.tsx'

/** All that an officer must know of a procedure, as it stands today or on the day `?ngay=`. */
export async function showProcedure(c: Context<Env>, filled: Filled = blank) {
  const { ctx, session, lang, w } = c.var
  const words = w.deskReports.procedures
  const code = c.req.param('code') ?? ''
  const now = today(ctx.now)
  const asked = c.req.query('ngay')
  const at = readDay(asked) ?? now
  let version: ProcedureVersion
  try {
    version = await getProcedure(ctx, { code, at })
  } catch (error) {
    if (error instanceof Refusal) return showMissing(c, code, error)
    throw error
  }
  const [fees, entered, neighbours] = await Promise.all([
    readFees(ctx, version, at),
    listOfficeFees(ctx, { code: version.code, at }),
    readNeighbours(ctx, version),
  ])
  const { rights } = session.officer
  const dayWrong = asked !== undefined && asked !== '' && !readDay(asked)
  return render(
    c,
    <DeskPage
      title={titleOf(version, now, lang, w)}
      session={session}
      door="procedures"
      here={filled === blank ? here(c) : undefined}
      back={{ href: paths.deskProcedures(), label: words.title }}
    >
      <Done said={readDone(c, { fee: words.fee.done })} />
      <ErrorSummary filled={filled} />
      <h1>
        <Told said={shorten(version.plainName, 220)} />
      </h1>
      <p class="quiet-text">
        {version.code}
        {version.purpose && (
          <>
            {' · '}
            <Told said={version.purpose} />
          </>
        )}
      </p>
      <Validity
        version={version}
        asked={code}
        now={now}
        current={paths.deskProcedure(version.code)}
      />
      {rights.includes('requests.work') && at.equals(now) && (
        <p>
          <a class="button" href={to(c, `${paths.requestNew()}?q=${version.code}`)}>
            {words.receive}
          </a>
        </p>
      )}
      <div class="columns">
        <div class="column">
          <AskWarn version={version} />
          <PapersByAnswers version={version} asked={readAnswers(c, version)} day={asked} />
          <h2>{words.facts}</h2>
          <ProcedureFacts version={version} fees={fees} />
          <Upload version={version} />
          <ProcedureLaw version={version} />
        </div>
        <div class="column aside">
          <Versions version={version} neighbours={neighbours} at={at} dayWrong={dayWrong} />
          <FeeSection
            version={version}
            entered={entered}
            now={now}
            mayEdit={rights.includes('catalogue.edit')}
            filled={filled}
          />
        </div>
      </div>
    </DeskPage>,
    filled === blank ? 200 : 422,
  )
}

/** A code that nobody knows, or that did not stand on the day: what to use instead. */
function showMissing(c: Context<Env>, code: string, refusal: Refusal) {
  const { session, lang, w } = c.var
  const words = w.deskReports.procedures
  const successor = String(refusal.params.successor ?? '')
  const until = readDay(String(refusal.params.until ?? ''))
  return render(
    c,
    <DeskPage
      title={code}
      session={session}
      door="procedures"
      here={here(c)}
      back={{ href: paths.deskProcedures(), label: words.title }}
    >
      <h1>{code}</h1>
      <p>{wordRefusal(lang, refusal)}</p>
      <ul>
        {successor && (
          <li>
            <a href={to(c, paths.deskProcedure(successor))}>{successor}</a>
          </li>
        )}
        {until && (
          <li>
            <a
              href={to(
                c,
                `${paths.deskProcedure(code)}?ngay=${until.subtract({ days: 1 }).toString()}`,
              )}
            >
              {w.public.procedure.seeOld}
            </a>
          </li>
        )}
      </ul>
      <SearchBox q="" />
    </DeskPage>,
    404,
  )
}
