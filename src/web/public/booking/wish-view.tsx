import { randomUUID } from 'node:crypto'
import type { Wish } from '#src/modules/queue/index.ts'
import { local, sayDate, sayTime } from '../../dates.ts'
import { paths } from '../../paths.ts'
import { Notice } from '../../ui/pieces.tsx'
import { Vietnamese } from '../../ui/told.tsx'
import { useView } from '../../view.ts'
import { withCodes } from './asked-codes.ts'
import { Hidden } from './hidden.tsx'

type Props = { office: string; wish: Wish }

/** Where a wish stands: in the list, with an offer to take or to pass on, or over. */
export function WishView(props: Props) {
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

function Over({ office, wish }: Props) {
  const said = useView().w.bookingPages.wish
  return (
    <>
      <h1>{wish.state === 'lapsed' ? said.lapsed : said.withdrawn}</h1>
      {wish.state === 'lapsed' && (
        <Notice tone="sun">
          <p>{said.lapsedHint}</p>
        </Notice>
      )}
      <OtherDay office={office} wish={wish} />
    </>
  )
}

function OtherDay({ office, wish }: Props) {
  const { w, to } = useView()
  return (
    <p>
      <a href={to(withCodes(paths.book(office), wish.procedureCodes))}>
        {w.bookingPages.time.otherDay}
      </a>
    </p>
  )
}

type PressProps = Props & { deed: string; label: string; first?: boolean }

function Press({ office, wish, deed, label, first = false }: PressProps) {
  const { to } = useView()
  return (
    <form method="post" action={to(paths.wishDo(office, wish.token, deed))}>
      <Hidden codes={[]} clientKey={randomUUID()} />
      <button class={first ? 'button' : 'button quiet'}>{label}</button>
    </form>
  )
}
