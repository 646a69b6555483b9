import type { Context } from 'hono'
import type { Ctx } from '#src/base/ctx.ts'
import { listProcedures, type ProcedureItem } from '#src/modules/catalogue/index.ts'
import { listToTell } from '#src/modules/notices/index.ts'
import {
  listAppointments,
  listBookableDays,
  listWishes,
  type Appointment,
  type Wish,
} from '#src/modules/queue/index.ts'
import { listServiceDays, type ServiceDay } from '#src/modules/service-days/index.ts'
import { local, sayDate, sayTime, today } from '../../dates.ts'
import type { Env } from '../../env.ts'
import { paths } from '../../paths.ts'
import { here, render, to } from '../../render.tsx'
import { DeskPage } from '../../ui/desk-page.tsx'
import { Done, readDone } from '../../ui/done.tsx'
import { Select } from '../../ui/field.tsx'
import { useView } from '../../view.ts'
import { DayTag } from '../days/day-tag.tsx'
import { BookingTable } from './booking-table.tsx'
import { WishTable } from './wish-table.tsx'

/** Who is booked on one day, in order of time, to look at and to print. */
export async function showBookings(c: Context<Env>) {
  const { ctx, office, session, lang, w } = c.var
  const words = w.deskBookings
  const now = today(ctx.now)
  const days = await listServiceDays(ctx, {
    from: now.subtract({ days: 60 }),
    to: now.add({ days: 90 }),
  })
  const day = chooseDay(days, c.req.query('ngay'), now)
  const [{ total }, read] = await Promise.all([
    listToTell(ctx),
    day ? readDayList(ctx, day.id) : null,
  ])
  const title = day ? words.of({ date: sayDate(lang, day.date) }) : words.title
  return render(
    c,
    <DeskPage
      title={title}
      session={session}
      door="bookings"
      here={here(c)}
      islands={['desk-keys.js']}
    >
      <Done said={readDone(c, words.done)} />
      <desk-keys></desk-keys>
      <h1>{title}</h1>
      <p class="onlyprint">{office.name[lang]}</p>
      {day ? (
        <>
          <p class="freshness">
            <DayTag day={day} /> {w.desk.asOf({ time: sayTime(lang, local(ctx.now)) })}{' '}
            <a class="noprint" href={to(c, paths.deskBookingsOf(day.id))}>
              {w.desk.reload}
            </a>
          </p>
          <div class="pair noprint">
            <a class="button" href={to(c, paths.deskBookingNew(day.id))} data-key="F2">
              {words.book} <kbd hidden>F2</kbd>
            </a>
            <a class="button quiet" href={to(c, paths.deskBookingGroup(day.id))}>
              {words.bookGroup}
            </a>
            {total > 0 && (
              <a class="button quiet" href={to(c, paths.toTell())}>
                {words.toTell({ count: total })}
              </a>
            )}
          </div>
          <PickDay days={days} day={day} />
          {read && <DayList read={read} now={ctx.now} />}
        </>
      ) : (
        <p>
          <b>{words.noDays}</b> {words.noDaysHint}
        </p>
      )}
    </DeskPage>,
  )
}

type DayRead = {
  booked: Appointment[]
  ended: Appointment[]
  wishes: Wish[]
  items: ProcedureItem[]
  /** How many times can still be booked. */
  free: number
}

async function readDayList(ctx: Ctx, serviceDayId: string): Promise<DayRead> {
  const [all, wishes, bookable] = await Promise.all([
    listAppointments(ctx, { serviceDayId }),
    listWishes(ctx, { serviceDayId }),
    listBookableDays(ctx, { procedureCodes: [] }),
  ])
  const codes = [...new Set([...all, ...wishes].flatMap((it) => it.procedureCodes))]
  return {
    booked: all.filter((it) => it.state === 'booked'),
    ended: all.filter((it) => it.state !== 'booked'),
    wishes,
    items: await listProcedures(ctx, { codes, limit: Math.max(1, codes.length) }),
    free: bookable.find((it) => it.serviceDayId === serviceDayId)?.freeTimes ?? 0,
  }
}

function DayList({ read, now }: { read: DayRead; now: Date }) {
  const words = useView().w.deskBookings
  const { booked, ended, wishes, items, free } = read
  const people = booked.reduce((sum, it) => sum + it.party, 0)
  const came = booked.filter((it) => it.visitToken !== null).length
  return (
    <>
      <p>
        {booked.length === 0
          ? words.none
          : words.sum({ booked: booked.length, people, came, free })}
      </p>
      {booked.length > 0 && (
        <BookingTable title={words.title} appointments={booked} items={items} now={now} />
      )}
      {ended.length > 0 && (
        <details class="more noprint">
          <summary>{words.ended({ count: ended.length })}</summary>
          <BookingTable
            title={words.ended({ count: ended.length })}
            appointments={ended}
            items={items}
            now={now}
          />
        </details>
      )}
      <WishTable wishes={wishes} items={items} />
      <p class="hint noprint">{words.print}</p>
    </>
  )
}

/** The day of the address; else today's, the next one, or the last that there was. */
function chooseDay(
  days: ServiceDay[],
  asked: string | undefined,
  now: Temporal.PlainDate,
): ServiceDay | undefined {
  const said = days.find((it) => it.id === asked)
  if (said) return said
  const held = days.filter((it) => it.state !== 'cancelled')
  return held.find((it) => Temporal.PlainDate.compare(it.date, now) >= 0) ?? held.at(-1)
}

function PickDay({ days, day }: { days: ServiceDay[]; day: ServiceDay }) {
  const { lang, w, to } = useView()
  const words = w.deskBookings
  const at = days.indexOf(day)
  const [before, after] = [days[at - 1], days[at + 1]]
  return (
    <form class="toolbar noprint" action={to(paths.deskBookings())}>
      {before && <a href={to(paths.deskBookingsOf(before.id))}>← {words.before}</a>}
      <Select
        name="ngay"
        label={words.day}
        filled={{ values: {}, errors: {} }}
        initial={day.id}
        empty={false}
        options={days.map((it) => ({
          value: it.id,
          label:
            it.state === 'cancelled'
              ? `${sayDate(lang, it.date)} (${w.serviceDays.states.cancelled})`
              : sayDate(lang, it.date),
        }))}
      />
      <button class="button quiet">{words.show}</button>
      {after && <a href={to(paths.deskBookingsOf(after.id))}>{words.after} →</a>}
    </form>
  )
}
