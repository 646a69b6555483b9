import type { Hours } from '#src/modules/service-days/index.ts'
import type { Filled } from '../../read-form.ts'
import { fieldId } from '../../ui/field.tsx'
import { useView } from '../../view.ts'
import type { hoursShape } from './hours-said.ts'

type Props = { filled: Filled; initial?: Hours | undefined }

/** Morning and afternoon, from and to: one question with four inputs. */
export function HoursFields({ filled, initial }: Props) {
  const { fields } = useView().w.deskDays
  const error = filled.errors.hours
  const times: [keyof typeof hoursShape, string | undefined][] = [
    ['morningFrom', initial?.morning?.from],
    ['morningTo', initial?.morning?.to],
    ['afternoonFrom', initial?.afternoon?.from],
    ['afternoonTo', initial?.afternoon?.to],
  ]
  return (
    <fieldset class={error ? 'field wrong' : 'field'} aria-describedby="o-hours-hint">
      <legend>{fields.hours}</legend>
      <span class="hint" id="o-hours-hint">
        {fields.hoursHint}
      </span>
      {error && <span class="error">{error}</span>}
      <div class="hours">
        {times.map(([name, set], i) => {
          const typed = filled.values[name]
          // The error summary leads to the first of the four.
          const id = i === 0 ? fieldId('hours') : fieldId(name)
          return (
            <label for={id}>
              {fields[name]}
              <input
                id={id}
                name={name}
                type="time"
                value={typeof typed === 'string' ? typed : set}
                aria-invalid={error ? 'true' : undefined}
              />
            </label>
          )
        })}
      </div>
    </fieldset>
  )
}
