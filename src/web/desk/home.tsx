import type { Context } from 'hono'
import { listVisitCodes } from '#src/modules/queue/index.ts'
import {
  findPersons,
  listRequests,
  readDayList,
  type Person,
  type RequestSummary,
} from '#src/modules/requests/index.ts'
import { openDay } from '#src/errands/open-day.ts'
import type { Env } from '../env.ts'
import { sayInstant, today } from '../dates.ts'
import { paths } from '../paths.ts'
import { isUuid } from '../public/is-uuid.ts'
import { blank, type Filled, readBody, tryDeed } from '../read-form.ts'
import { here, render, to } from '../render.tsx'
import { DeskPage } from '../ui/desk-page.tsx'
import { ErrorSummary } from '../ui/error-summary.tsx'
import { useView } from '../view.ts'
import { Attention } from './attention.tsx'
import { CopiesWaiting } from './certification/copies-waiting.tsx'
import { readQueue } from './certification/read-queue.ts'
import { FindPerson, PersonsFound } from './find-person.tsx'
import { RequestLine } from './request-line.tsx'
import { countStuck, StuckLine } from './stuck-line.tsx'
import { readToday, TodayDay } from './today-day.tsx'

/** The desk: who is in front of me, what is their need, what must I not forget. */
export function showDesk(c: Context<Env>) {
  return answer(c, blank, null, 200)
}

/** Finds who was here before. Posted, so that no phone or ID number stays in an address. */
export async function findAtDesk(c: Context<Env>) {
  const body = await readBody(c)
  const tim = typeof body['tim'] === 'string' ? body['tim'].normalize('NFC').trim() : ''
  const filled: Filled = { values: { tim }, errors: {} }
  const digits = tim.replace(/[\s.+-]/g, '')
  const asked =
    /^\d+$/.test(digits) && digits.length > 0
      ? digits.length === 12
        ? { idNumber: tim }
        : { phone: tim }
      : { name: tim }
  const found = await tryDeed(filled, c.var.lang, () => findPersons(c.var.ctx, asked))
  if (found.filled) {
    // The deeds speak of a phone or an ID number; here both are typed into one box.
    const { phone, idNumber, ...errors } = found.filled.errors
    const tim = phone ?? idNumber
    return answer(c, { ...filled, errors: tim ? { tim } : errors }, null, 422)
  }
  return answer(c, filled, found.done, 200)
}

/** Opens today's service day from the desk. */
export async function openToday(c: Context<Env>) {
  const id = c.req.param('id') ?? ''
  if (!isUuid(id)) return c.notFound()
  const opened = await tryDeed(blank, c.var.lang, () => openDay(c.var.ctx, { serviceDayId: id }))
  if (opened.filled) return answer(c, opened.filled, null, 422)
  return c.redirect(to(c, paths.desk()), 303)
}

async function answer(c: Context<Env>, filled: Filled, found: Person[] | null, status: 200 | 422) {
  const { ctx, session, w, lang } = c.var
  const date = today(ctx.now)
  const mayWork = session.officer.rights.includes('requests.work')
  const mayCertify = session.officer.rights.includes('certification.work')
  const [list, of, mine, day, copies, stuck] = await Promise.all([
    readDayList(ctx),
    listRequests(ctx, { from: date, to: date, limit: 100 }),
    listRequests(ctx, { state: 'open', mine: true, limit: 30 }),
    readToday(ctx),
    mayCertify ? readQueue(ctx) : null,
    countStuck(ctx, session.officer.rights),
  ])
  const visitCodes = await listVisitCodes(
    ctx,
    of.items.flatMap((it) => it.visitId ?? []),
  )
  const { home } = w.desk
  return render(
    c,
    <DeskPage
      title={w.site.doors.desk}
      session={session}
      door="desk"
      here={c.req.method === 'GET' ? here(c) : paths.desk()}
      islands={['desk-keys.js']}
    >
      <h1 class="unseen">{w.site.doors.desk}</h1>
      <ErrorSummary filled={filled} />
      <div class="columns three">
        <section class="column" aria-label={home.inFront}>
          <TodayDay
            it={day}
            now={ctx.now}
            mayRun={session.officer.rights.includes('service_days.run')}
          />
          {mayWork && (
            <>
              <p>
                <a class="button wide" href={to(c, paths.requestNew())} data-key="F2">
                  {home.receive}
                  <kbd hidden>F2</kbd>
                </a>
              </p>
              <FindPerson filled={filled} />
              {found && <PersonsFound persons={found} />}
            </>
          )}
        </section>
        <section class="column" aria-label={home.needs}>
          <Requests
            title={home.todays}
            requests={of.items}
            visitCodes={visitCodes}
            empty={mayWork ? home.noneToday : home.noneTodayRead}
          />
          {mayWork && (
            <Requests
              title={home.mine}
              requests={mine.items.filter((it) => !it.receivedOn.equals(date))}
              empty={home.noneMine}
            />
          )}
          <p class="freshness">
            {w.desk.asOf({ time: sayInstant(lang, ctx.now) })}{' '}
            <a href={to(c, paths.desk())}>{w.desk.reload}</a>
          </p>
        </section>
        <Attention list={list} now={ctx.now}>
          {copies && <CopiesWaiting queue={copies} />}
          {stuck && <StuckLine stuck={stuck} />}
        </Attention>
      </div>
      <desk-keys></desk-keys>
    </DeskPage>,
    status,
  )
}

type RequestsProps = {
  title: string
  requests: RequestSummary[]
  visitCodes?: ReadonlyMap<string, string>
  empty: string
}

function Requests({ title, requests, visitCodes, empty }: RequestsProps) {
  const { w } = useView()
  return (
    <>
      <h2>
        {title}
        {requests.length > 0 && (
          <span class="quiet-text"> · {w.desk.home.count({ count: requests.length })}</span>
        )}
      </h2>
      {requests.length === 0 ? (
        <p class="quiet-text">{empty}</p>
      ) : (
        <ul class="tasks requests">
          {requests.map((request) => (
            <RequestLine request={request} visitCode={visitCodes?.get(request.visitId ?? '')} />
          ))}
        </ul>
      )}
    </>
  )
}
