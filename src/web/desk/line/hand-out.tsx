import { paths } from '../../paths.ts'
import { Box, CommandForm, Key, Pick } from './command-form.tsx'
import { useLine } from './line-view.ts'

/** Numbers for those at the door: a new one, or the one that somebody booked. */
export function HandOut() {
  const { state, said, link } = useLine()
  const { ticket, deeds } = said
  return (
    <>
      <section aria-label={ticket.title}>
        <h2>{ticket.title}</h2>
        <HandedOutNow />
        <CommandForm deed="ticket">
          <Box name="name" id="phat-ten" label={ticket.name} maxlength={120} />
          <Pick
            name="procedure"
            id="phat-viec"
            label={ticket.procedure}
            empty={said.served.noProcedure}
            options={state.offered.map((code) => [code, state.procedures[code] ?? code])}
          />
          <Pick
            name="priority"
            id="phat-uu-tien"
            label={deeds.priority}
            empty={deeds.noPriority}
            options={state.rules.priorities.map((it) => [it, state.priorities[it]])}
          />
          <Box
            name="phone"
            id="phat-dien-thoai"
            label={ticket.phone}
            {...(link === 'off' ? { hint: ticket.phoneOff } : {})}
            inputmode="tel"
            maxlength={20}
          />
          <button class="button" data-key="F10">
            {ticket.button}
            <Key said="F10" />
          </button>
        </CommandForm>
      </section>
      <section aria-label={ticket.checkIn}>
        <h2>{ticket.checkIn}</h2>
        {link === 'off' ? (
          <p class="quiet-text">{ticket.checkInOff}</p>
        ) : (
          <CommandForm deed="check_in" class="line-row">
            <Box name="code" id="ma-dat" label={ticket.code} inputmode="numeric" maxlength={6} />
            <button class="button quiet">{ticket.checkInButton}</button>
          </CommandForm>
        )}
      </section>
    </>
  )
}

/** The number just handed out, large enough to read across the table. */
function HandedOutNow() {
  const { said, to, handedOut, link } = useLine()
  if (!handedOut) return null
  const { ticket } = said
  return (
    <div class="line-card" role="status">
      <span>{ticket.done({ code: handedOut.code })}</span>
      <strong class="line-number">{handedOut.code}</strong>
      <span>{ticket.ahead({ count: handedOut.ahead })}</span>
      {handedOut.visitId !== null ? (
        <a
          href={to(paths.deskTicket(handedOut.visitId))}
          target={link === 'still' ? undefined : '_blank'}
        >
          {ticket.print}
        </a>
      ) : (
        <span>{ticket.readOut}</span>
      )}
    </div>
  )
}
