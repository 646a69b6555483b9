import type { PlannedSending } from '#src/modules/outreach/index.ts'
import { sayInstant, sayMoney } from '../../dates.ts'
import { useView } from '../../view.ts'

/** Where an approval sends the words: ticked by the office's choice, to be unticked by the chairman. */
export function SendingPlan({ plan }: { plan: PlannedSending[] }) {
  const { lang, w } = useView()
  const words = w.channels.plan
  if (plan.length === 0) return <p class="hint">{words.none}</p>
  return (
    <fieldset class="field">
      <legend>{words.title}</legend>
      <input type="hidden" name="chose" value="yes" />
      {plan.map((it) => (
        <div class="choice">
          <input
            type="checkbox"
            id={`gui-${it.channel}`}
            name="channels[]"
            value={it.channel}
            checked={it.byItself}
            aria-describedby={`gui-${it.channel}-noi`}
          />
          <label for={`gui-${it.channel}`}>{w.outreach.channels[it.channel]}</label>
          <div class="hint" id={`gui-${it.channel}-noi`}>
            {[
              it.recipients !== null && words.people({ count: it.recipients }),
              it.channel === 'sms' && words.parts({ count: it.parts }),
              it.channel === 'sms' &&
                (it.cost === null ? words.costUnknown : words.cost({ cost: sayMoney(it.cost) })),
              it.notBefore && words.from({ at: sayInstant(lang, it.notBefore) }),
            ]
              .filter(Boolean)
              .join(' · ')}
          </div>
        </div>
      ))}
    </fieldset>
  )
}
