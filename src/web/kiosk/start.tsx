import { randomUUID } from 'node:crypto'
import type { Context } from 'hono'
import { readRules } from '#src/modules/queue/index.ts'
import { readHall, type Hall } from '../board/read-hall.ts'
import { NotNow } from '../board/not-now.tsx'
import type { Env } from '../env.ts'
import { paths } from '../paths.ts'
import { here, render } from '../render.tsx'
import { useView } from '../view.ts'
import { KioskPage } from './kiosk-page.tsx'

/** The first screen: a number, a number for who goes first, or the code of an appointment. */
export async function showStart(c: Context<Env>) {
  const { ctx, office, w } = c.var
  const token = c.req.param('token') ?? ''
  const [hall, rules] = await Promise.all([readHall(ctx), readRules(ctx)])
  return render(
    c,
    <KioskPage
      title={w.kiosk.title}
      office={office}
      token={token}
      says="may-bat-dau"
      here={here(c)}
      start
    >
      {hall.kind === 'open' ? (
        <Doors token={token} priorities={rules.priorities} hall={hall} />
      ) : (
        <>
          <h1 class="unseen">{w.kiosk.title}</h1>
          <NotNow hall={hall} />
        </>
      )}
    </KioskPage>,
  )
}

type DoorsProps = {
  token: string
  priorities: readonly (keyof ReturnType<typeof useView>['w']['queueLine']['priorities'])[]
  hall: Extract<Hall, { kind: 'open' }>
}

function Doors({ token, priorities, hall }: DoorsProps) {
  const { w, to } = useView()
  const { waiting, waitMinutes } = hall.board
  const who = priorities.map((it) => w.queueLine.priorities[it])
  return (
    <>
      <h1>{w.kiosk.start}</h1>
      <div class="kiosk-doors">
        <a class="kiosk-button" href={to(paths.kioskTake(token))}>
          <b>{w.kiosk.take}</b>
          <span>{w.kiosk.takeHint}</span>
        </a>
        <a class="kiosk-button second" href={to(paths.kioskCode(token))}>
          <b>{w.kiosk.booked}</b>
          <span>{w.kiosk.bookedHint}</span>
        </a>
        {who.length > 0 && (
          <a class="kiosk-button second" href={to(paths.kioskPriority(token))}>
            <b>{w.kiosk.first}</b>
            <span>{who.join(' · ')}</span>
          </a>
        )}
      </div>
      <p class="kiosk-line">
        {waiting === 0 ? w.board.nobodyWaits : w.board.waiting({ number: waiting })}
        {waiting > 0 && waitMinutes && <> · {w.board.minutes(waitMinutes)}</>}
      </p>
      {/* A scanner types wherever the machine stands; without script it types on the next screen. */}
      <form method="post" action={to(paths.kioskCode(token))} data-scan hidden>
        <input type="hidden" name="clientKey" value={randomUUID()} />
        <input type="hidden" name="ma" value="" />
      </form>
    </>
  )
}
