import type { Context } from 'hono'
import { listProcedures } from '#src/modules/catalogue/index.ts'
import { getVenue } from '#src/modules/offices/index.ts'
import { readRules } from '#src/modules/queue/index.ts'
import { sayDate, sayTime } from '../../dates.ts'
import type { Env } from '../../env.ts'
import { paths } from '../../paths.ts'
import { here, render, to } from '../../render.tsx'
import { shorten } from '../../shorten.ts'
import { DeskPage } from '../../ui/desk-page.tsx'
import { Qr } from '../../ui/qr.tsx'
import { Told, Vietnamese } from '../../ui/told.tsx'
import { findBooking } from './find-booking.ts'

/** What somebody takes home who booked at the desk: when, where, the code. No name: slips get lost. */
export async function showBookingSlip(c: Context<Env>) {
  const { ctx, house, office, session, lang, w } = c.var
  const words = w.deskBookings
  const it = await findBooking(c)
  if (!it || it.state !== 'booked') return c.notFound()
  const [venue, items, { lateMinutes }] = await Promise.all([
    getVenue(ctx, { venueId: it.venueId }),
    listProcedures(ctx, { codes: it.procedureCodes }),
    readRules(ctx),
  ])
  return render(
    c,
    <DeskPage
      title={words.slip.title}
      session={session}
      door="bookings"
      narrow
      here={here(c)}
      back={{ href: paths.deskBooking(it.id), label: words.one.back }}
    >
      <div class="noprint">
        <h1>{words.slip.title}</h1>
        <p>{words.slip.printHint}</p>
      </div>
      <article class="slip" aria-label={words.slip.title}>
        <p class="slip-office">
          <b>{office.name[lang]}</b>
          {office.phone && (
            <>
              <br />
              {office.phone}
            </>
          )}
        </p>
        <p>{words.slip.code}</p>
        <p class="code">{it.code}</p>
        <p>
          <b>
            {words.one.whenSays({
              start: sayTime(lang, it.start),
              end: sayTime(lang, it.end),
              date: sayDate(lang, it.date),
            })}
          </b>
          <br />
          <Vietnamese text={[venue.name, venue.address].filter(Boolean).join(', ')} />
        </p>
        <p>
          {words.slip.come} {words.slip.late({ minutes: lateMinutes })}
        </p>
        {items.length > 0 && (
          <ul>
            {items.map((item) => (
              <li>
                <Told said={shorten(item.plainName)} />
              </li>
            ))}
          </ul>
        )}
        <div class="slip-codes">
          <figure>
            <Qr
              text={house.publicUrl + to(c, paths.appointment(office.slug, it.token))}
              label={words.slip.qr({ code: it.code })}
            />
          </figure>
        </div>
      </article>
    </DeskPage>,
  )
}
