import { sayDate } from '../../dates.ts'
import { paths } from '../../paths.ts'
import { Notice } from '../../ui/pieces.tsx'
import { useView } from '../../view.ts'
import { Because, listReasons } from '../about-day.tsx'
import { momentOf } from '../day-moment.ts'
import type { AppointmentView } from './appointment.tsx'
import { withCodes } from './asked-codes.ts'

/** What has become of the appointment, before everything else: cancelled, displaced, moved, over. */
export function AppointmentNews({ office, view }: { office: string; view: AppointmentView }) {
  const { lang, w, to } = useView()
  const said = w.bookingPages.hen
  const { it, day, now } = view
  const off = day.state === 'cancelled'
  const moved = !day.date.equals(day.announcedDate) && day.movedReason !== null
  const reasons = listReasons(day).map((reason) => <p>{reason}</p>)
  if (it.state === 'cancelled')
    return (
      <>
        <h1>{said.cancelled}</h1>
        <p>{said.cancelledHint}</p>
        <p>
          <a class="button" href={to(withCodes(paths.book(office), it.procedureCodes))}>
            {said.again}
          </a>
        </p>
      </>
    )
  if (it.state === 'displaced' || off)
    return (
      <>
        {it.state === 'displaced' && <h1>{said.displaced}</h1>}
        <Notice
          tone="hot"
          title={off ? said.dayCancelled({ date: sayDate(lang, day.date) }) : said.hoursChanged}
        >
          {reasons}
          <p>{said.displacedHint}</p>
          <p>
            <a class="button" href={to(paths.appointmentDo(office, it.token, 'doi'))}>
              {w.bookingPages.change.title}
            </a>
          </p>
        </Notice>
      </>
    )
  if (momentOf(day, now).kind === 'over')
    return (
      <Notice tone="sun">
        <p>{said.over}</p>
      </Notice>
    )
  if (!moved) return null
  const dates = { from: sayDate(lang, day.announcedDate), to: sayDate(lang, day.date) }
  return (
    <Notice tone="sun" title={said.moved(dates)}>
      <p>
        <Because reason={day.movedReason ?? ''} /> {said.movedHint}
      </p>
    </Notice>
  )
}
