import type { Context } from 'hono'
import { readTurn } from '#src/modules/queue/index.ts'
import type { Env } from '../env.ts'
import { paths } from '../paths.ts'
import { here, render, to } from '../render.tsx'
import { KioskPage } from './kiosk-page.tsx'
import { TicketSheet } from './ticket-sheet.tsx'

/** The number, large; printed at once where there is a printer, and then the next person's turn. */
export async function showTicket(c: Context<Env>) {
  const { ctx, office, w, house } = c.var
  const kiosk = c.req.param('token') ?? ''
  const token = c.req.param('turn') ?? ''
  const turn = await readTurn(ctx, { token })
  return render(
    c,
    <KioskPage
      title={w.kiosk.ticket.title({ code: turn.code })}
      office={office}
      token={kiosk}
      says="may-phieu"
      here={here(c)}
      idleSeconds={15}
    >
      <h1 class="unseen">{w.kiosk.ticket.title({ code: turn.code })}</h1>
      <div class="kiosk-ticket" data-print>
        <TicketSheet
          office={office}
          turn={turn}
          token={token}
          at={ctx.now}
          site={house.publicUrl}
        />
        <div>
          <p>{w.kiosk.ticket.here}</p>
          <a class="kiosk-button" href={to(c, paths.kiosk(kiosk))}>
            <b>{w.kiosk.ticket.finished}</b>
          </a>
        </div>
      </div>
    </KioskPage>,
  )
}
