import type { Office } from '#src/modules/offices/index.ts'
import type { Turn } from '#src/modules/queue/index.ts'
import { sayInstant } from '../dates.ts'
import { paths } from '../paths.ts'
import { Qr } from '../ui/qr.tsx'
import { useView } from '../view.ts'

type Props = {
  office: Office
  turn: Pick<Turn, 'code' | 'ahead' | 'waitMinutes'>
  /** The ticket's own, in its QR. */
  token: string
  at: Date
  /** How people reach the site from outside. */
  site: string
}

/** The printed ticket, 80 mm wide: a number, and how far the line is. No name: tickets get lost. */
export function TicketSheet({ office, turn, token, at, site }: Props) {
  const { lang, w, to } = useView()
  const said = w.kiosk.ticket
  return (
    <article class="ticket" aria-label={said.title({ code: turn.code })}>
      <p class="ticket-office">{office.name[lang]}</p>
      <p>{said.yours}</p>
      <p class="ticket-code">{turn.code}</p>
      <p class="ticket-wait">
        <b>{said.ahead({ number: turn.ahead })}</b>
        {turn.waitMinutes && <span>{said.minutes(turn.waitMinutes)}</span>}
      </p>
      <Qr text={site + to(paths.turn(office.slug, token))} label={said.qr} />
      <p class="ticket-small">{said.follow}</p>
      <p class="ticket-small">{said.keep}</p>
      <p class="ticket-small">{sayInstant(lang, at)}</p>
    </article>
  )
}
