import type { Span, WeekHours } from '#src/modules/calendar/index.ts'
import { sayWeekday } from '../dates.ts'
import type { Filled } from '../read-form.ts'
import { fieldId } from '../ui/field.tsx'
import { TableWrap } from '../ui/table-wrap.tsx'
import { useView } from '../view.ts'
import { clockName, clocks } from './week-form.ts'

export const weekdays = [1, 2, 3, 4, 5, 6, 7]

/** Four clocks for each weekday, as the week is painted beside the door. */
export function HoursTable({ week, filled }: { week: WeekHours; filled: Filled }) {
  const { w } = useView()
  const words = w.admin.hours
  return (
    <TableWrap label={words.title}>
      <table class="clocks">
        <thead>
          <tr>
            <th scope="col">{words.weekday}</th>
            {clocks.map((it) => (
              <th scope="col">{words.clocks[it]}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weekdays.map((weekday) => (
            <Row weekday={weekday} week={week} filled={filled} />
          ))}
        </tbody>
      </table>
    </TableWrap>
  )
}

type RowProps = { weekday: number; week: WeekHours; filled: Filled }

function Row({ weekday, week, filled }: RowProps) {
  const { lang, w } = useView()
  const { morning = null, afternoon = null } = week.get(weekday) ?? {}
  const now = { ...clock(morning, 'mo', 'mc'), ...clock(afternoon, 'ao', 'ac') }
  const said = sayWeekday(lang, weekday)
  const row = fieldId(`weekday-${weekday}`)
  const error = filled.errors[`weekday-${weekday}`]
  return (
    <tr class={error ? 'field wrong' : undefined}>
      <th scope="row">
        {said}
        {error && (
          <span class="error" id={`${row}-error`}>
            {error}
          </span>
        )}
      </th>
      {clocks.map((it, i) => {
        const name = clockName(weekday, it)
        return (
          <td>
            <input
              id={i === 0 ? row : fieldId(name)}
              type="time"
              name={name}
              value={String(filled.values[name] ?? now[it] ?? '')}
              aria-label={`${said}, ${w.admin.hours.clocks[it]}`}
              aria-invalid={error ? 'true' : undefined}
              aria-describedby={error ? `${row}-error` : undefined}
            />
          </td>
        )
      })}
    </tr>
  )
}

function clock<O extends string, C extends string>(span: Span | null, opens: O, closes: C) {
  const [from, to] = [span?.opens, span?.closes].map((it) => it?.toString().slice(0, 5))
  return { [opens]: from, [closes]: to } as Record<O | C, string | undefined>
}
