import { randomUUID } from 'node:crypto'
import type { Wish } from '#src/modules/queue/index.ts'
import { local, sayDate, sayTime } from '../../dates.ts'
import { paths } from '../../paths.ts'
import { Notice } from '../../ui/pieces.tsx'
import { Vietnamese } from '../../ui/told.tsx'
import { useView } from '../../view.ts'
import { isAhead, type DayMoment } from '../day-moment.ts'
import { withCodes } from './asked-codes.ts'
import { Hidden } from './hidden.tsx'
import { waitPath } from './wait-path.ts'

type Props = {
  office: string
  wish: Wish
  /** What became of the day that is waited for. */
  moment: DayMoment
}

/** Where a wish stands: in the list, with an offer to take or to pass on, or over. */
export function WishView(props: Props) {
  const { state } = props.wish
  if (!isAhead(props.moment) && state !== 'taken' && state !== 'withdrawn')
    return <NoSuchDay {...props} />
  switch (props.wish.state) {
    case 'waiting':
      return <Waiting {...props} />
    case 'offered':
      return <Offered {...props} />
    case 'taken':
      return <Taken {...props} />
    case 'lapsed':
    case 'withdrawn':
      return <Over {...props} />
  }
}

function Waiting({ office, wish }: Props) {
  const { lang, w } = useView()
  const said = w.bookingPages.wish
  const part = w.bookingPages.wait.parts[wish.part]
  return (
    <>
      <section class="panel">
        <h1>{said.waiting({ place: wish.ahead + 1 })}</h1>
        <p>{said.for({ part, date: sayDate(lang, wish.date) })}</p>
        <p>
          <Vietnamese text={wish.name} />
        </p>
      </section>
      <p>{said.waitingHint}</p>
      <Press office={office} wish={wish} deed="thoi" label={said.withdraw} />
      <OtherDay office={office} wish={wish} />
    </>
  )
}

function Offered({ office, wish }: Props) {
  const { lang, w } = useView()
  const said = w.bookingPages.wish
  if (!wish.offer) return null
  const { start, until } = wish.offer
  return (
    <>
      <section class="panel">
        <h1>{said.offered({ time: sayTime(lang, start), date: sayDate(lang, wish.date) })}</h1>
        <p>{said.offeredHint({ until: sayTime(lang, local(until)) })}</p>
        <p>
          <Vietnamese text={wish.name} />
        </p>
      </section>
      <Press office={office} wish={wish} deed="nhan" label={said.take} first />
      <Press office={office} wish={wish} deed="nhuong" label={said.pass} />
    </>
  )
}

function Taken({ office, wish }: Props) {
  const { w, to } = useView()
  const said = w.bookingPages.wish
  return (
    <>
      <h1>{said.taken}</h1>
      {wish.appointmentToken !== null && (
        <p>
          <a class="button" href={to(paths.appointment(office, wish.appointmentToken))}>
            {said.toAppointment}
          </a>
        </p>
      )}
    </>
  )
}

function Over(props: Props) {
  const { w, to } = useView()
  const said = w.bookingPages.wish
  const { office, wish } = props
  const lapsed = wish.state === 'lapsed'
  return (
    <>
      <h1>{lapsed ? said.lapsed : said.withdrawn}</h1>
      {lapsed && (
        <Notice tone="sun">
          <p>{said.lapsedHint}</p>
          <p>
            <a href={to(waitPath(office, wish.serviceDayId, wish.procedureCodes, wish.part))}>
              {said.askAgain}
            </a>
          </p>
        </Notice>
      )}
      <OtherDay {...props} />
    </>
  )
}

/** Nobody waits for a day that is called off or over. */
function NoSuchDay(props: Props) {
  const { lang, w } = useView()
  const said = w.bookingPages.wish
  const date = sayDate(lang, props.wish.date)
  return (
    <>
      <h1>
        {props.moment.kind === 'cancelled'
          ? w.bookingPages.hen.dayCancelled({ date })
          : said.dayOver({ date })}
      </h1>
      <p>{said.dayGone}</p>
      <OtherDay {...props} />
    </>
  )
}

function OtherDay({ office, wish }: Pick<Props, 'office' | 'wish'>) {
  const { w, to } = useView()
  return (
    <p>
      <a href={to(withCodes(paths.book(office), wish.procedureCodes))}>
        {w.bookingPages.time.otherDay}
      </a>
    </p>
  )
}

type PressProps = Pick<Props, 'office' | 'wish'> & { deed: string; label: string; first?: boolean }

function Press({ office, wish, deed, label, first = false }: PressProps) {
  const { to } = useView()
  return (
    <form method="post" action={to(paths.wishDo(office, wish.token, deed))}>
      <Hidden codes={[]} clientKey={randomUUID()} />
      <button class={first ? 'button' : 'button quiet'}>{label}</button>
    </form>
  )
}
