import type { Tariff } from '#src/modules/certification/index.ts'
import { sayDay, sayMoney } from '../../dates.ts'
import { paths } from '../../paths.ts'
import type { Filled } from '../../read-form.ts'
import { Field } from '../../ui/field.tsx'
import { Vietnamese } from '../../ui/told.tsx'
import { useView } from '../../view.ts'

type Props = { tariffs: readonly Tariff[]; filled: Filled }

/** What copies cost from which day on; a tariff that has begun is never changed. */
export function TariffForm({ tariffs, filled }: Props) {
  const { lang, w, to } = useView()
  const words = w.deskCertification.admin
  const figures = [
    ['firstPages', words.firstPages],
    ['firstPageVnd', words.firstPage],
    ['furtherPageVnd', words.furtherPage],
    ['mostVnd', words.most],
  ] as const
  return (
    <section class="part">
      <h2>{words.tariff}</h2>
      <ul>
        {tariffs.map((it) => (
          <li>
            {it.validFrom && <b>{sayDay(lang, it.validFrom)}: </b>}
            {words.tariffNow({
              ...{ first: it.firstPages, firstPage: sayMoney(it.firstPageVnd) },
              ...{ further: sayMoney(it.furtherPageVnd), most: sayMoney(it.mostVnd) },
            })}{' '}
            <span class="hint">
              <Vietnamese text={it.source} />
            </span>
          </li>
        ))}
      </ul>
      <form method="post" action={to(paths.adminCopiesDo('muc-phi'))}>
        <Field name="validFrom" label={words.from} type="date" filled={filled} width="mid" />
        <div class="grid-2">
          {figures.map(([name, label]) => (
            <Field
              name={name}
              label={label}
              filled={filled}
              initial={String(tariffs[0]?.[name] ?? '')}
              inputmode="numeric"
              width="short"
            />
          ))}
        </div>
        <Field name="source" label={words.tariffSource} filled={filled} maxlength={300} />
        <button class="button">{words.saveTariff}</button>
      </form>
    </section>
  )
}
