import type { ServiceDay } from '#src/modules/service-days/index.ts'
import { local, sayDate, sayTime } from '../dates.ts'
import { sayClock } from '../say-hours.ts'
import { Tag } from '../ui/pieces.tsx'
import { Vietnamese } from '../ui/told.tsx'
import { useView } from '../view.ts'
import type { DayMoment } from './day-moment.ts'

/** One word for where the day stands; nothing for an ordinary day ahead. */
export function MomentTag({ moment }: { moment: DayMoment }) {
  const { days } = useView().w.public
  switch (moment.kind) {
    case 'cancelled':
      return <Tag tone="hot">{days.cancelled}</Tag>
    case 'open':
      return <Tag tone="sun">{days.open}</Tag>
    case 'opens':
    case 'lunch':
    case 'today':
      return <Tag tone="sun">{days.today}</Tag>
    case 'over':
      return <Tag tone="plain">{days.done}</Tag>
    case 'ahead':
      return null
  }
}

/** What somebody on the way must know on the day itself; nothing on any other day. */
export function MomentWords({ moment }: { moment: DayMoment }) {
  const { lang, w } = useView()
  const { days } = w.public
  switch (moment.kind) {
    case 'open':
      return (
        <>{moment.until ? days.openUntil({ time: sayClock(lang, moment.until) }) : days.open}</>
      )
    case 'opens':
      return (
        <>
          {days.today}. {days.opensAt({ time: sayClock(lang, moment.at) })}
        </>
      )
    case 'lunch':
      return <>{days.lunch({ time: sayClock(lang, moment.at) })}</>
    case 'today':
      return <>{days.today}</>
    default:
      return null
  }
}

/** Why the day is not what people expect: cancelled, moved, shifted by a holiday, added, closed early. */
export function listReasons(day: ServiceDay) {
  const shifted =
    day.state !== 'cancelled' &&
    day.nominalDate !== null &&
    !day.nominalDate.equals(day.announcedDate)
  return [
    day.cancelReason !== null && <Because reason={day.cancelReason} />,
    day.movedReason !== null && !day.date.equals(day.announcedDate) && <Moved day={day} />,
    shifted && <Shifted day={day} />,
    day.extraReason !== null && <Extra reason={day.extraReason} />,
    day.state === 'closed' && day.closeReason !== null && <Closed day={day} />,
  ].filter((it) => it !== false)
}

export function Because({ reason }: { reason: string }) {
  const { w } = useView()
  // The reason ends a sentence of ours: the full stop is ours too.
  const said = reason.trim().replace(/\.+$/, '')
  return (
    <>
      {w.public.days.because} <Vietnamese text={said} />.
    </>
  )
}

function Moved({ day }: { day: ServiceDay }) {
  const { lang, w } = useView()
  return (
    <>
      {w.public.days.movedFrom({ date: sayDate(lang, day.announcedDate) })}{' '}
      <Because reason={day.movedReason ?? ''} />
    </>
  )
}

function Shifted({ day }: { day: ServiceDay }) {
  const { lang, w } = useView()
  const holiday = day.holiday?.[lang] ?? ''
  return (
    <>
      {w.public.days.shifted({
        date: sayDate(lang, day.nominalDate ?? day.announcedDate),
        holiday,
      })}
    </>
  )
}

function Extra({ reason }: { reason: string }) {
  const { w } = useView()
  return (
    <>
      {w.public.days.extra} <Because reason={reason} />
    </>
  )
}

function Closed({ day }: { day: ServiceDay }) {
  const { lang, w } = useView()
  if (!day.closedAt) return null
  return (
    <>
      {w.public.days.closedAt({ time: sayTime(lang, local(day.closedAt)) })}{' '}
      <Because reason={day.closeReason ?? ''} />
    </>
  )
}
