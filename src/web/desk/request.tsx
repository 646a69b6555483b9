import type { Context } from 'hono'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import { getProcedureVersion } from '#src/modules/catalogue/index.ts'
import { readOfficerNames } from '#src/modules/identity/index.ts'
import { findRating } from '#src/modules/ratings/index.ts'
import { listVisitCodes } from '#src/modules/queue/index.ts'
import { findChoice } from '#src/modules/notices/index.ts'
import { findHeard } from '#src/modules/reach/index.ts'
import { getRequest } from '#src/modules/requests/index.ts'
import type { Words } from '#src/words/index.ts'
import { sayInstant, today } from '../dates.ts'
import type { Env } from '../env.ts'
import { paths } from '../paths.ts'
import { readWays } from '../ways.ts'
import { isUuid } from '../public/is-uuid.ts'
import { blank, type Filled } from '../read-form.ts'
import { render, to } from '../render.tsx'
import { shorten } from '../shorten.ts'
import { DeskPage } from '../ui/desk-page.tsx'
import { ErrorSummary } from '../ui/error-summary.tsx'
import { Notice, Tag } from '../ui/pieces.tsx'
import { Told } from '../ui/told.tsx'
import { FilingForm } from './request-filing.tsx'
import { History } from './request-history.tsx'
import { RequestFacts } from './request-facts.tsx'
import { RequestPapers } from './request-papers.tsx'
import { RequestRating } from './request-rating.tsx'
import { SavedTrips } from './request-savings.tsx'
import { RequestWay } from './request-way.tsx'
import { StatusForms } from './request-status.tsx'
import { VneidHelp } from './request-vneid.tsx'
import { stageTone } from './request-line.tsx'
import type { RequestView, Revealed } from './request-view.ts'

/** One request whole, with everything that may be done to it now. */
export async function showRequest(c: Context<Env>) {
  const id = c.req.param('id') ?? ''
  if (!isUuid(id)) return c.notFound()
  const done = c.req.query('xong')
  return answerRequest(c, id, { status: 200, done: done ?? '' })
}

type Answer = {
  status: ContentfulStatusCode
  /** Which deed was just done, for a short word of it. */
  done?: string
  /** What was typed into a form that was refused; its fields are named after the deed. */
  filled?: Filled
  revealed?: Revealed
}

/** The page of a request, after a deed too: what was refused stays in its form. */
export async function answerRequest(c: Context<Env>, id: string, answer: Answer) {
  const { ctx, session, w, lang } = c.var
  const request = await getRequest(ctx, { requestId: id })
  const version = await getProcedureVersion(ctx, { id: request.procedureVersionId })
  const names = await readOfficerNames(ctx, [
    ...request.events.flatMap((it) => (it.officerId ? [it.officerId] : [])),
    ...(request.helperId ? [request.helperId] : []),
  ])
  const rating = request.ratedAt ? await findRating(ctx, { requestId: id }) : null
  const filled = answer.filled ?? blank
  const visits = await listVisitCodes(ctx, request.visitId === null ? [] : [request.visitId])
  const view: RequestView = {
    request,
    version,
    officers: new Map([...names].map(([key, it]) => [key, it.fullName])),
    rating,
    visitCode: visits.get(request.visitId ?? '') ?? null,
    choice: await findChoice(ctx, { subjectId: id }),
    ways: await readWays(ctx),
    heard: await findHeard(ctx, { requestId: id, visitId: request.visitId }),
    filled,
    revealed: answer.revealed ?? null,
    now: ctx.now,
    mayWork: session.officer.rights.includes('requests.work'),
    mayReveal: session.officer.rights.includes('requests.reveal'),
    mayCertify: session.officer.rights.includes('certification.work'),
  }
  const { page } = w.deskRequest
  const title = shorten(request.procedureName)[lang]
  return render(
    c,
    <DeskPage
      title={
        answer.status === 422 ? w.desk.wrong({ title: request.code }) : `${request.code} · ${title}`
      }
      session={session}
      door="requests"
      here={paths.request(id)}
      islands={['desk-keys.js']}
      back={{ href: paths.desk(), label: w.site.doors.desk }}
    >
      <ErrorSummary filled={filled} />
      {sayDone(w, answer.done) && (
        <div role="status">
          <Notice>
            <p>{sayDone(w, answer.done)}</p>
          </Notice>
        </div>
      )}
      <h1>
        <Told said={shorten(request.procedureName)} />
      </h1>
      <p class="tags">
        {request.overdue && <Tag tone="hot">{w.requests.states.overdue}</Tag>}
        {request.reopened && <Tag tone="hot">{w.requests.dayList.reopened}</Tag>}
        <Tag tone={stageTone[request.stage]}>{w.requests.stages[request.stage]}</Tag>
        <Tag tone="plain">{w.requests.waitingFor[request.waitingFor]}</Tag>
        {request.homeKind !== 'this_commune' && (
          <Tag tone="sun">{w.requests.homes[request.homeKind]}</Tag>
        )}
        <span>{page.code({ code: request.code })}</span>
      </p>
      <div class="columns">
        <div class="column">
          <RequestFacts {...view} />
          <RequestPapers {...view} />
          <VneidHelp {...view} />
          <FilingForm {...view} />
          <StatusForms {...view} />
        </div>
        <div class="column">
          <p class="pair">
            <a class="button quiet" href={to(c, paths.slip(id))} data-key="F4">
              {page.slip}
              <kbd hidden>F4</kbd>
            </a>
            {view.mayWork &&
              request.visitId !== null &&
              request.receivedOn.equals(today(ctx.now)) && (
                <>
                  <a class="button quiet" href={to(c, paths.requestNewForVisit(request.visitId))}>
                    {w.deskLine.deeds.receiveMore}
                  </a>
                  <a class="button quiet" href={to(c, paths.deskLine())}>
                    {w.deskLine.visit.back}
                  </a>
                </>
              )}
          </p>
          <SavedTrips {...view} />
          <RequestWay {...view} />
          <RequestRating {...view} />
          <History {...view} />
          <p class="freshness">{w.desk.asOf({ time: sayInstant(lang, ctx.now) })}</p>
        </div>
      </div>
      <desk-keys></desk-keys>
    </DeskPage>,
    answer.status,
  )
}

function sayDone(w: Words, key: string | undefined): string | null {
  const { done } = w.deskRequest
  return key && key in done ? done[key as keyof typeof done] : null
}
