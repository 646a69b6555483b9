import type { ProcedureItem } from '#src/modules/catalogue/index.ts'
import type { Promised } from '#src/modules/service-days/index.ts'
import { paths } from '../../paths.ts'
import type { Filled } from '../../read-form.ts'
import { shorten } from '../../shorten.ts'
import { Field, fieldId } from '../../ui/field.tsx'
import { Told } from '../../ui/told.tsx'
import { useView } from '../../view.ts'

type Props = { items: ProcedureItem[]; filled: Filled; promised: Promised[] }

/** What the programme promises: two ticks a procedure, and any other one by its code. */
export function PromisedBoxes({ items, filled, promised }: Props) {
  const { lang, w, to } = useView()
  const words = w.deskDays.programme
  const sent = Object.keys(filled.values).length > 0
  const ticked = {
    promised: sent ? listed(filled, 'promised[]') : promised.map((it) => it.code),
    sameDay: sent
      ? listed(filled, 'sameDay[]')
      : promised.filter((it) => it.sameDay).map((it) => it.code),
  }
  const error = filled.errors.procedures
  return (
    <>
      <fieldset class={error ? 'field wrong' : 'field'}>
        <legend>{words.promised}</legend>
        <span class="hint">{words.promisedHint}</span>
        {error && <span class="error">{error}</span>}
        <table class="ticks">
          <thead>
            <tr>
              <th scope="col">{w.deskDays.day.request.procedure}</th>
              <th scope="col">{words.promise}</th>
              <th scope="col">{words.sameDay}</th>
            </tr>
          </thead>
          <tbody>
            {items.map((item, i) => (
              <tr>
                <th scope="row" id={`o-thu-tuc-${i}`}>
                  <Told said={shorten(item.plainName)} />
                </th>
                {(['promised', 'sameDay'] as const).map((name) => (
                  <td>
                    <input
                      // The error summary leads to the first box.
                      id={i === 0 && name === 'promised' ? fieldId('procedures') : undefined}
                      type="checkbox"
                      name={`${name}[]`}
                      value={item.code}
                      checked={ticked[name].includes(item.code)}
                      aria-label={`${name === 'promised' ? words.promise : words.sameDay}: ${shorten(item.plainName)[lang]}`}
                    />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </fieldset>
      <Field
        name="others"
        label={words.others}
        hint={
          <>
            {words.othersHint} <a href={to(paths.deskProcedures())}>{w.site.doors.procedures}</a>
          </>
        }
        optional
        filled={filled}
      />
    </>
  )
}

function listed(filled: Filled, name: string): string[] {
  const value = filled.values[name]
  return Array.isArray(value) ? value : value === undefined ? [] : [value]
}
