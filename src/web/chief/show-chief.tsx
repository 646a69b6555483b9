import type { Context } from 'hono'
import { getVenue } from '#src/modules/offices/index.ts'
import { listLowRatings } from '#src/modules/ratings/index.ts'
import { listBulletins } from '#src/modules/outreach/index.ts'
import { readReport, reportPeriods } from '#src/modules/reports/index.ts'
import { listRequests } from '#src/modules/requests/index.ts'
import { findNextServiceDay } from '#src/modules/service-days/index.ts'
import { today } from '../dates.ts'
import type { Env } from '../env.ts'
import { here, render } from '../render.tsx'
import { DeskPage } from '../ui/desk-page.tsx'
import { Done, readDone } from '../ui/done.tsx'
import { CopiesCard } from './copies/copies-card.tsx'
import { readToSign } from './copies/read-to-sign.ts'
import { ChiefAside } from './chief-aside.tsx'
import { LowRatings } from './low-ratings.tsx'
import { MonthFigures } from './month-figures.tsx'
import { readAbout } from './read-about.ts'
import { WaitingBulletins } from './waiting-bulletins.tsx'

const overdueShown = 15
const answeredShown = 10

/** What the chairman must see first, and how the month goes. */
export async function showChief(c: Context<Env>) {
  const { ctx, session, w } = c.var
  const words = w.deskReports.chief
  const month = reportPeriods(today(ctx.now)).find((it) => it.key === 'this_month')!
  const approves = session.officer.rights.includes('outreach.approve')
  const signs = session.officer.rights.includes('certification.sign')
  const [ratings, report, overdue, next, bulletins, toSign] = await Promise.all([
    listLowRatings(ctx),
    readReport(ctx, month),
    listRequests(ctx, { state: 'overdue', limit: overdueShown }),
    findNextServiceDay(ctx),
    approves ? listBulletins(ctx, { state: 'waiting' }) : [],
    signs ? readToSign(ctx, session.officer.id) : null,
  ])
  const waiting = ratings.filter((it) => it.answeredAt === null)
  const answered = ratings.filter((it) => it.answeredAt !== null).slice(0, answeredShown)
  const [about, venue] = await Promise.all([
    readAbout(ctx, [...waiting, ...answered]),
    next && getVenue(ctx, { venueId: next.venueId }),
  ])
  return render(
    c,
    <DeskPage title={words.title} session={session} door="chief" here={here(c)}>
      <Done said={readDone(c, { answered: words.done })} />
      <h1>{words.title}</h1>
      <div class="columns">
        <div class="column">
          <CopiesCard count={toSign?.waiting.length ?? 0} />
          <WaitingBulletins bulletins={bulletins} />
          <LowRatings waiting={waiting} answered={answered} about={about} />
          <MonthFigures month={month} report={report} />
        </div>
        <ChiefAside overdue={overdue} next={next} venue={venue} />
      </div>
    </DeskPage>,
  )
}
