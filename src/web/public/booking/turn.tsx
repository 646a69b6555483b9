import type { Context } from 'hono'
import { findTicketDay, readTurn, readTurns, type Turn } from '#src/modules/queue/index.ts'
import { buildMark } from '../../assets.ts'
import type { Env } from '../../env.ts'
import { clockOf } from '../../live-clock.ts'
import { streamLive, type Subject } from '../../live.ts'
import { paths } from '../../paths.ts'
import { blank, type Filled } from '../../read-form.ts'
import { render, renderPart, to } from '../../render.tsx'
import { ErrorSummary } from '../../ui/error-summary.tsx'
import { PublicPage } from '../../ui/public-page.tsx'
import { answerUnknown } from './answer-unknown.tsx'
import { findOrNull } from './find-or-null.ts'
import { TurnView } from './turn-view.tsx'

/** The page of a number: how many are before it, then where to go. */
export async function showTurn(c: Context<Env>) {
  return answerTurn(c, blank, 200)
}

/** What the page is told while it is open. All phones of a day are told from one reading of its line. */
export async function streamTurn(c: Context<Env>) {
  const { ctx, office } = c.var
  const token = tokenOf(c)
  const visit = await findTicketDay(ctx, { token })
  if (!visit) return c.notFound()
  const { serviceDayId } = visit
  const subject: Subject<Map<string, Turn>> = {
    name: `turns:${serviceDayId}`,
    officeId: office.id,
    read: (ctx) => readTurns(ctx, { serviceDayId }),
    topics: () => [
      ['queue', serviceDayId],
      ['service_days', office.id],
    ],
    render: (turns, lang, token) => {
      const turn = turns.get(token)
      return turn ? renderPart(lang, part(office.slug, token, turn)) : ''
    },
  }
  return streamLive(c, subject, token)
}

export function tokenOf(c: Context<Env>): string {
  return c.req.param('token') ?? ''
}

/** The button's key is the same on every phone and after every change: a missed call is rejoined once. */
function part(office: string, token: string, turn: Turn) {
  const since = Math.floor((turn.calledAt?.getTime() ?? 0) / 1000)
  const clientKey = `vl-${turn.visitId}-${since}`
  return <TurnView office={office} token={token} turn={turn} clientKey={clientKey} />
}

/** Also with what was refused: the page says it above where one stands. */
export async function answerTurn(c: Context<Env>, filled: Filled, status: 200 | 422) {
  const { ctx, office, lang, w } = c.var
  const said = w.bookingPages.turn
  const token = tokenOf(c)
  const turn = await findOrNull(() => readTurn(ctx, { token }))
  if (!turn) return answerUnknown(c, said)
  const here = paths.turn(office.slug, token)
  const { at } = clockOf(lang, ctx.now)
  return render(
    c,
    <PublicPage
      title={said.title({ code: turn.code })}
      office={office}
      here={here}
      islands={['live-region.js']}
      reloadWithoutScript="30"
    >
      <ErrorSummary filled={filled} />
      <live-region
        data-src={to(c, paths.turnStream(office.slug, token))}
        data-build={buildMark}
        data-now={ctx.now.getTime()}
        data-at={at}
        data-cut={w.board.cut}
      >
        <div data-live-part role="status">
          {part(office.slug, token, turn)}
        </div>
        <p class="quiet-text" data-says-at={said.asOf}>
          {said.asOf.replace('%', at)}
        </p>
        <p class="late" data-live-cut role="status"></p>
      </live-region>
      <p>
        <a class="button quiet" href={to(c, here)}>
          {said.reload}
        </a>
      </p>
      <p>
        <a href={to(c, paths.lineRules(office.slug))}>{w.bookingPages.rules.title}</a>
      </p>
    </PublicPage>,
    status,
  )
}
