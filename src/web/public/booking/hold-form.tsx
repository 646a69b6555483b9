import type { Way } from '#src/modules/notices/index.ts'
import type { Hold, NearTime } from '#src/modules/queue/index.ts'
import type { Channel } from '#src/modules/reach/index.ts'
import { local, sayDate, sayTime } from '../../dates.ts'
import { paths } from '../../paths.ts'
import type { Filled } from '../../read-form.ts'
import { CalendarLeaf } from '../../ui/calendar-leaf.tsx'
import { Field, TextArea } from '../../ui/field.tsx'
import { WayFields } from '../../ui/way-fields.tsx'
import { Notice } from '../../ui/pieces.tsx'
import { useView } from '../../view.ts'
import { withCodes } from './asked-codes.ts'
import { HeardField } from './heard-field.tsx'
import { Hidden } from './hidden.tsx'
import { writeMoment } from './moment.ts'
import { keyOf } from './time-form.tsx'

/** Which place is kept and until when. Whose minutes are over may still have it, when nobody came. */
export function HoldHead({ hold, now, lost }: { hold: Hold; now: Date; lost: boolean }) {
  const { lang, w } = useView()
  const said = w.bookingPages.hold
  const place = { time: sayTime(lang, hold.start), date: sayDate(lang, hold.date) }
  const late = hold.heldUntil <= now
  return (
    <>
      <section class="day">
        <CalendarLeaf date={hold.date} />
        <div>
          <h1>{said.title}</h1>
          <p>{said.keptHint(place)}</p>
          {!late && <p>{said.kept({ time: sayTime(lang, local(hold.heldUntil)) })}</p>}
        </div>
      </section>
      {late && !lost && (
        <Notice tone="sun" title={said.late}>
          <p>{said.lateHint}</p>
        </Notice>
      )}
    </>
  )
}

type Props = {
  office: string
  hold: Hold
  filled: Filled
  near: NearTime[]
  /** By which link the person came. */
  came: Channel | null
  /** The ways that the office can tell people now. */
  ways: readonly Way[]
}

/** Who comes and who books; where the place was lost, each of the nearest times books with one press. */
export function HoldForm({ office, hold, filled, near, came, ways }: Props) {
  const { w, to } = useView()
  const said = w.bookingPages.hold
  const lost = near.length > 0
  return (
    <>
      <form method="post" action={to(paths.hold(office, hold.token))}>
        <Hidden codes={[]} clientKey={keyOf(filled)} />
        {lost && <Instead near={near} />}
        <Field
          name="ten"
          label={said.name}
          hint={said.nameHint}
          filled={filled}
          autocomplete="name"
          maxlength={100}
          spellcheck={false}
        />
        <ForOther filled={filled} />
        <TextArea
          name="ghi-chu"
          label={said.note}
          hint={said.noteHint}
          filled={filled}
          optional
          rows={2}
          maxlength={300}
        />
        <HeardField filled={filled} came={came} />
        {ways.some(byChannel) && (
          <WayFields filled={filled} ways={ways} names={{ way: 'bao', email: 'email' }} />
        )}
        {!lost && <button class="button">{said.book}</button>}
      </form>
      {lost ? (
        <p>
          <a href={to(withCodes(paths.book(office), hold.procedureCodes))}>
            {w.bookingPages.time.otherDay}
          </a>
        </p>
      ) : (
        <form method="post" action={to(paths.holdRelease(office, hold.token))}>
          <button class="button quiet">{said.letGo}</button>
        </form>
      )}
    </>
  )
}

/** Without a channel an officer rings up anyway: there is nothing to choose. */
const byChannel = (it: Way) => it !== 'call' && it !== 'none'

function Instead({ near }: { near: NearTime[] }) {
  const { lang, w } = useView()
  const said = w.bookingPages.hold
  return (
    <Notice tone="sun" title={said.lapsed}>
      <p>{said.lapsedHint}</p>
      {near.map((it) => (
        <p>
          <button class="button" name="thay" value={writeMoment(it)}>
            {said.takeInstead({ time: sayTime(lang, it.start), date: sayDate(lang, it.date) })}
          </button>
        </p>
      ))}
    </Notice>
  )
}

/** Folded: most people book for themselves. */
function ForOther({ filled }: { filled: Filled }) {
  const said = useView().w.bookingPages.hold
  const open = Boolean(filled.values['nguoi-dat'] || filled.errors['nguoi-dat'])
  return (
    <details class="field" open={open}>
      <summary>{said.forOther}</summary>
      <Field
        name="nguoi-dat"
        label={said.booker}
        hint={said.bookerHint}
        filled={filled}
        optional
        maxlength={100}
        spellcheck={false}
      />
    </details>
  )
}
