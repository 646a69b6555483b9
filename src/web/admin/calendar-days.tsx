import type { Day } from '#src/modules/calendar/index.ts'
import { sayDate, sayWeekday } from '../dates.ts'
import { paths } from '../paths.ts'
import { Tag, type Tone } from '../ui/pieces.tsx'
import { Vietnamese } from '../ui/told.tsx'
import { TableWrap } from '../ui/table-wrap.tsx'
import { useView } from '../view.ts'

/** Each day with why it is so and who says it; the office's own with the way to take it back. */
export function CalendarDays({ days, year }: { days: Day[]; year: number }) {
  const { w } = useView()
  const words = w.admin.calendar
  const estimated = days.some((it) => it.estimated)
  return (
    <>
      {estimated && <p class="notice sun">{words.estimated({ year })}</p>}
      <TableWrap label={words.title({ year })}>
        <table>
          <thead>
            <tr>
              <th scope="col">{words.date}</th>
              <th scope="col">{words.kind}</th>
              <th scope="col">{words.name}</th>
              <th scope="col">{words.source}</th>
              <th scope="col">
                <span class="unseen">{words.change}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {days.map((it) => (
              <Row day={it} />
            ))}
          </tbody>
        </table>
      </TableWrap>
    </>
  )
}

function Row({ day }: { day: Day }) {
  const { lang, w, to } = useView()
  const words = w.admin.calendar
  const own = day.kind.startsWith('office_')
  return (
    <tr>
      <th scope="row">{sayDate(lang, day.date)}</th>
      <td>
        <Tag tone={toneOf(day)}>{w.calendar.kinds[day.kind]}</Tag>
        {day.kind === 'office_half' && ` ${w.calendar.open[day.open]}`}
      </td>
      <td>
        {own ? <Vietnamese text={day.name?.vi ?? ''} /> : day.name?.[lang]}
        {day.insteadOf && (
          <>
            <br />
            <span class="hint">
              {words.for({
                day: `${sayWeekday(lang, day.insteadOf.dayOfWeek)} ${day.insteadOf.day}/${day.insteadOf.month}`,
              })}
            </span>
          </>
        )}
      </td>
      <td>
        <Vietnamese text={day.reason ?? day.source ?? ''} />
        {day.estimated && (
          <>
            {' '}
            <Tag tone="sun">{words.guess}</Tag>
          </>
        )}
      </td>
      <td>
        {own && (
          <form method="post" action={to(paths.adminCalendarClear())}>
            <input type="hidden" name="date" value={day.date.toString()} />
            <button class="button quiet">
              {words.clear} <span class="unseen">{sayDate(lang, day.date)}</span>
            </button>
          </form>
        )}
      </td>
    </tr>
  )
}

function toneOf(day: Day): Tone {
  if (day.kind === 'office_half') return 'sun'
  return day.working ? 'leaf' : 'plain'
}
