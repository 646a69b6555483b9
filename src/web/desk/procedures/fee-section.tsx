import type { OfficeFee, ProcedureVersion } from '#src/modules/catalogue/index.ts'
import { sayDay, sayMoney } from '../../dates.ts'
import { paths } from '../../paths.ts'
import type { Filled } from '../../read-form.ts'
import { Field, Select } from '../../ui/field.tsx'
import { Vietnamese } from '../../ui/told.tsx'
import { useView } from '../../view.ts'

type Props = {
  version: ProcedureVersion
  entered: OfficeFee[]
  now: Temporal.PlainDate
  mayEdit: boolean
  filled: Filled
}

/** What the province takes, by which resolution; entered by who keeps the catalogue. */
export function FeeSection({ version, entered, now, mayEdit, filled }: Props) {
  const { lang, w, to } = useView()
  const words = w.deskReports.procedures.fee
  if (!mayEdit && entered.length === 0) return null
  return (
    <>
      <h2>{words.title}</h2>
      {entered.length === 0 && <p>{words.none}</p>}
      {entered.map((it) => (
        <div class="due">
          <b>
            {w.catalogue.methods[it.method]}: {sayMoney(it.feeVnd)}
          </b>
          <small>
            {w.deskReports.procedures.since({ from: sayDay(lang, it.validFrom) })} ·{' '}
            <Vietnamese text={it.decidedBy} />
          </small>
        </div>
      ))}
      {mayEdit && (
        <form method="post" action={to(paths.deskProcedure(version.code))}>
          <p class="hint">{words.lead}</p>
          <Select
            name="method"
            label={words.method}
            filled={filled}
            options={version.channels.map(({ method }) => ({
              value: method,
              label: w.catalogue.methods[method],
            }))}
          />
          <Field
            name="feeVnd"
            label={words.amount}
            hint={words.amountHint}
            inputmode="numeric"
            width="short"
            filled={filled}
          />
          <Field
            name="validFrom"
            label={words.from}
            type="date"
            width="short"
            filled={filled}
            initial={now.toString()}
          />
          <Field name="decidedBy" label={words.decidedBy} filled={filled} />
          <button class="button">{words.save}</button>
        </form>
      )}
    </>
  )
}
