import type { PlannedSending } from '#src/modules/outreach/index.ts'
import type { Lang, Words } from '#src/words/index.ts'
import { sayInstant, sayMoney } from '../../dates.ts'
import { blank } from '../../read-form.ts'
import { Checkboxes } from '../../ui/field.tsx'
import { useView } from '../../view.ts'

/** Where an approval sends the words: ticked by the office's choice, to be unticked by the chairman. */
export function SendingPlan({ plan }: { plan: PlannedSending[] }) {
  const { lang, w } = useView()
  const words = w.channels.plan
  if (plan.length === 0) return <p class="hint">{words.none}</p>
  return (
    <>
      <input type="hidden" name="chose" value="yes" />
      <Checkboxes
        name="channels"
        label={words.title}
        options={plan.map((it) => ({
          value: it.channel,
          label: w.outreach.channels[it.channel],
          hint: sayPlan(lang, w, it) || undefined,
        }))}
        ticked={plan.filter((it) => it.byItself).map((it) => it.channel)}
        filled={blank}
      />
    </>
  )
}

/** To how many, at what cost, from when. */
function sayPlan(lang: Lang, w: Words, it: PlannedSending): string {
  const words = w.channels.plan
  const sms = it.channel === 'sms'
  return [
    it.recipients !== null && words.people({ count: it.recipients }),
    sms && words.parts({ count: it.parts }),
    sms && (it.cost === null ? words.costUnknown : words.cost({ cost: sayMoney(it.cost) })),
    it.notBefore && words.from({ at: sayInstant(lang, it.notBefore) }),
  ]
    .filter(Boolean)
    .join(' · ')
}
