import type { Context } from 'hono'
import { listProcedures, type ProcedureItem } from '#src/modules/catalogue/index.ts'
import { getVenue, type Venue } from '#src/modules/offices/index.ts'
import {
  appointmentCan,
  isOver,
  listGroup,
  type Appointment,
  type GroupMember,
} from '#src/modules/queue/index.ts'
import { sayDate, sayInstant, sayTime } from '../../dates.ts'
import type { Env } from '../../env.ts'
import { paths } from '../../paths.ts'
import { blank, type Filled } from '../../read-form.ts'
import { here, render } from '../../render.tsx'
import { DeskPage } from '../../ui/desk-page.tsx'
import { Done, readDone } from '../../ui/done.tsx'
import { ErrorSummary } from '../../ui/error-summary.tsx'
import { Field } from '../../ui/field.tsx'
import { Notice, Summary, Tag } from '../../ui/pieces.tsx'
import { Vietnamese } from '../../ui/told.tsx'
import { useView, viewIn } from '../../view.ts'
import { findBooking } from './find-booking.ts'
import { GroupMembers } from './group-members.tsx'
import { NameGroup } from './name-group.tsx'
import { NeedsSaid } from './needs-said.tsx'

/** What is known of one appointment, and what may be done with it. */
export async function showBooking(
  c: Context<Env>,
  filled: Filled = blank,
  phone: string | null = null,
) {
  const { ctx, house, session, office, w } = c.var
  const words = w.deskBookings
  const it = await findBooking(c)
  if (!it) return c.notFound()
  const [venue, items, members] = await Promise.all([
    getVenue(ctx, { venueId: it.venueId }),
    listProcedures(ctx, { codes: it.procedureCodes }),
    it.party > 1 ? listGroup(ctx, { token: it.token }) : [],
  ])
  const wrong = Object.keys(filled.errors).length > 0
  const title = it.code ? words.one.title({ code: it.code }) : words.one.ended
  const link = house.publicUrl + paths.appointment(office.slug, it.token)
  return render(
    c,
    <DeskPage
      title={wrong ? w.desk.wrong({ title }) : title}
      session={session}
      door="bookings"
      here={filled === blank && phone === null ? here(c) : undefined}
      back={{ href: paths.deskBookingsOf(it.serviceDayId), label: words.title }}
    >
      <Done said={readDone(c, words.done)} />
      <ErrorSummary filled={filled} />
      <h1>{title}</h1>
      {it.state !== 'booked' && (
        <p>
          <Tag tone="hot">{w.queueBooking.appointmentStates[it.state]}</Tag>
        </p>
      )}
      <div class="columns">
        <div class="column">
          <Facts it={it} venue={venue} items={items} phone={phone} link={link} />
          {it.party > 1 && <GroupMembers it={it} members={members} />}
        </div>
        <div class="column aside">
          <Doors it={it} members={members} now={ctx.now} filled={filled} />
        </div>
      </div>
    </DeskPage>,
    wrong ? 422 : 200,
  )
}

type FactsProps = {
  it: Appointment
  venue: Venue
  items: ProcedureItem[]
  phone: string | null
  link: string
}

function Facts({ it, venue, items, phone, link }: FactsProps) {
  const { lang, w } = useView()
  const words = w.deskBookings.one
  const when = words.whenSays({
    start: sayTime(lang, it.start),
    end: sayTime(lang, it.end),
    date: sayDate(lang, it.date),
  })
  const group = it.organisation !== null
  return (
    <Summary
      rows={[
        [words.when, <strong>{when}</strong>],
        [words.where, <Vietnamese text={venue.name} />],
        [
          words.organisation,
          group && (
            <>
              <Vietnamese text={it.organisation ?? ''} />,{' '}
              {w.deskBookings.party({ count: it.party })}
            </>
          ),
        ],
        [group ? words.contact : words.who, it.personName && <Vietnamese text={it.personName} />],
        [words.booker, it.bookerName && <Vietnamese text={it.bookerName} />],
        [words.phone, <Phone it={it} phone={phone} />],
        [words.what, !group && <NeedsSaid codes={it.procedureCodes} items={items} />],
        [words.note, it.note && <Vietnamese text={it.note} />],
        [words.made, it.bookedAt && sayInstant(lang, it.bookedAt)],
        [words.through, words.throughs[it.through]],
        [words.reason, it.endReason && <Vietnamese text={it.endReason} />],
        [words.link, <a href={viewIn(lang).to(link)}>{link}</a>],
      ]}
    />
  )
}

function Phone({ it, phone }: { it: Appointment; phone: string | null }) {
  const { w, to } = useView()
  const words = w.deskBookings
  if (!it.hasPhone) return <>{words.noPhone}</>
  if (phone)
    return (
      <a class="phone" href={`tel:${phone}`}>
        {phone}
      </a>
    )
  return (
    <form method="post" action={to(paths.deskBookingDo(it.id, 'so'))}>
      {words.one.phoneLeft} <button class="link-button">{words.one.seePhone}</button>
    </form>
  )
}

type DoorsProps = { it: Appointment; members: GroupMember[]; now: Date; filled: Filled }

function Doors({ it, members, now, filled }: DoorsProps) {
  const { w, to } = useView()
  const words = w.deskBookings.one
  const door = (deed: string) => to(paths.deskBookingDo(it.id, deed))
  const came = members.filter((one) => one.ticket !== null).length
  if (it.visitToken !== null)
    return (
      <>
        <Notice>
          <p>
            {it.party > 1 ? words.cameOf({ came, party: it.party }) : words.came}{' '}
            <a href={to(paths.deskLine())}>{words.line}</a>
          </p>
        </Notice>
        <NameGroup it={it} filled={filled} />
      </>
    )
  const over = it.state === 'booked' && isOver(it, now)
  return (
    <>
      <ul class="paths">
        {appointmentCan('change', it.state) && !over && (
          <li>
            <a href={door('doi')}>{words.change}</a>
          </li>
        )}
        {it.state === 'booked' && (
          <li>
            <a href={door('phieu')}>{words.print}</a>
          </li>
        )}
      </ul>
      <NameGroup it={it} filled={filled} />
      {appointmentCan('cancel', it.state) && !over && (
        <details open={filled.errors['ly-do'] !== undefined}>
          <summary>{words.cancel}</summary>
          <form method="post" action={door('huy')}>
            <Field
              name="ly-do"
              label={words.cancelReason}
              hint={words.cancelHint}
              filled={filled}
              maxlength={300}
              optional
            />
            <button class="button danger">{words.cancelDo}</button>
          </form>
        </details>
      )}
    </>
  )
}
