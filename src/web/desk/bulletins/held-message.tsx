import type { DeliveryMessage } from '#src/modules/deliveries/index.ts'
import { sayInstant } from '../../dates.ts'
import { paths } from '../../paths.ts'
import { useView } from '../../view.ts'

/** A message that does not go on without a person: what happened, and the three answers to it. */
export function HeldMessage({ message }: { message: DeliveryMessage }) {
  const { lang, w, to } = useView()
  const words = w.channels.stuck
  const whys: Record<string, { what: string; remedy: string }> = w.deliveries.whys
  const why = message.why === null ? undefined : whys[message.why]
  const which = [w.deliveries.channels[message.channel], message.maskedTo].filter(Boolean).join(' ')
  const id = `ly-do-${message.id}`
  const about =
    message.subject?.kind === 'outreach.bulletin' || message.subject?.kind === 'outreach.page'
      ? paths.bulletin(message.subject.id)
      : null
  return (
    <section class="part">
      <h3>{which}</h3>
      {why && (
        <p>
          {why.what} <b>{why.remedy}</b>
        </p>
      )}
      <p class="hint">
        {words.asked({ at: sayInstant(lang, message.askedAt), attempts: message.attempts })}{' '}
        {about && <a href={to(about)}>{words.bulletin}</a>}
      </p>
      <div class="small-forms">
        <form method="post" action={to(paths.stuckDo('gui-lai'))}>
          <input type="hidden" name="message" value={message.id} />
          <button class="button quiet">
            {words.retry}
            <span class="unseen">: {which}</span>
          </button>
        </form>
        {message.mayHaveArrived && (
          <form method="post" action={to(paths.stuckDo('da-toi'))}>
            <input type="hidden" name="message" value={message.id} />
            <button class="button quiet">
              {words.arrived}
              <span class="unseen">: {which}</span>
            </button>
          </form>
        )}
      </div>
      <details>
        <summary>
          {words.giveUp}
          <span class="unseen">: {which}</span>
        </summary>
        <form method="post" action={to(paths.stuckDo('thoi-gui'))}>
          <input type="hidden" name="message" value={message.id} />
          <div class="field">
            <label for={id}>{words.reason}</label>
            <input id={id} name="reason" type="text" maxlength={300} autocomplete="off" />
          </div>
          <button class="button quiet">{words.giveUp}</button>
        </form>
      </details>
    </section>
  )
}
