import type { Context } from 'hono'
import { getTicket, readTurn } from '#src/modules/queue/index.ts'
import type { Env } from '../env.ts'
import { paths } from '../paths.ts'
import { isUuid } from '../public/is-uuid.ts'
import { render, to } from '../render.tsx'
import { Document } from '../ui/document.tsx'
import { TicketSheet } from './ticket-sheet.tsx'

/** The ticket of somebody in the line, printed by an officer: once more, or for the first time. */
export async function showDeskTicket(c: Context<Env>) {
  const visitId = c.req.param('visitId') ?? ''
  if (!isUuid(visitId)) return c.notFound()
  const { ctx, office, w, house } = c.var
  const { token, code, takenAt } = await getTicket(ctx, visitId)
  const turn = await readTurn(ctx, { token })
  return render(
    c,
    <Document title={w.kiosk.ticket.title({ code })} surface="kiosk" islands={['print-page.js']}>
      <main id="noi-dung" tabindex={-1}>
        <h1 class="noprint">{w.kiosk.ticket.title({ code })}</h1>
        <TicketSheet
          office={office}
          turn={turn}
          token={token}
          at={takenAt}
          site={house.publicUrl}
        />
        <p class="pair noprint">
          <print-page data-label={w.kiosk.ticket.again}></print-page>
          <a class="button quiet" href={to(c, paths.deskLine())}>
            {w.site.errors.back}
          </a>
        </p>
      </main>
    </Document>,
  )
}
