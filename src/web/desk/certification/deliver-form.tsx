import type { Copy, Delivery } from '#src/modules/certification/index.ts'
import { sayMoney } from '../../dates.ts'
import { paths } from '../../paths.ts'
import type { Filled } from '../../read-form.ts'
import { Field, Radios } from '../../ui/field.tsx'
import { useView } from '../../view.ts'

/** How a copy of this kind can be handed over. */
export const deliveriesOf: Record<Copy['medium'], readonly Delivery[]> = {
  electronic: ['citizen_store', 'email', 'file'],
  paper: ['paper'],
}

/** To whom, how, and the fee with it. */
export function DeliverForm({ copy, filled }: { copy: Copy; filled: Filled }) {
  const { w, to } = useView()
  const words = w.deskCertification.copy
  const hows = deliveriesOf[copy.medium]
  return (
    <section class="part noprint">
      <h2>{words.deliver}</h2>
      <form method="post" action={to(paths.copyDo(copy.id, 'trao'))}>
        <Radios
          name="how"
          label={words.how}
          filled={filled}
          initial={hows.length === 1 ? hows[0] : undefined}
          options={hows.map((value) => ({ value, label: words.hows[value] }))}
        />
        <Field
          name="to"
          label={words.to}
          hint={words.toHint}
          filled={filled}
          initial={copy.requesterName}
          maxlength={200}
        />
        {copy.feeVnd > 0 && (
          <>
            <p>
              <b>{w.deskCertification.ask.fee({ amount: sayMoney(copy.feeVnd) })}</b>
            </p>
            <div class="grid-2">
              <Radios
                name="way"
                label={words.paid}
                filled={filled}
                options={(['cash', 'transfer'] as const).map((value) => ({
                  ...{ value, label: words.ways[value] },
                }))}
              />
              <Field
                name="receiptNo"
                label={words.receiptNo}
                filled={filled}
                optional
                maxlength={40}
              />
            </div>
          </>
        )}
        <button class="button">{words.deliverButton}</button>
      </form>
    </section>
  )
}
