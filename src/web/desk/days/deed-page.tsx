import type { Context } from 'hono'
import { listColleagues, type Colleague } from '#src/modules/identity/index.ts'
import { listVenues, type Venue } from '#src/modules/offices/index.ts'
import { listBookedPeople } from '#src/modules/queue/index.ts'
import { getServiceDay, type WholeServiceDay } from '#src/modules/service-days/index.ts'
import { sayDate } from '../../dates.ts'
import type { Env } from '../../env.ts'
import { paths } from '../../paths.ts'
import { blank, type Filled } from '../../read-form.ts'
import { here, render, to } from '../../render.tsx'
import { DeskPage } from '../../ui/desk-page.tsx'
import { ErrorSummary } from '../../ui/error-summary.tsx'
import { Field, TextArea } from '../../ui/field.tsx'
import { useView } from '../../view.ts'
import { BookedNotice } from './booked-notice.tsx'
import { HoursFields } from './hours-fields.tsx'
import { CapacityField, OfficerBoxes, VenueField } from './place-fields.tsx'

/** To close, to move, to call off, to change. The last part of the address. */
export type Deed = 'dong' | 'doi' | 'nghi' | 'sua'

/** The form of one deed on one day. */
export async function showDeed(c: Context<Env>, deed: Deed, filled: Filled = blank) {
  const { ctx, session, lang, w } = c.var
  const day = await getServiceDay(ctx, { serviceDayId: c.req.param('id') ?? '' })
  const plans = session.officer.rights.includes('service_days.plan')
  const [venues, colleagues, booked] = await Promise.all([
    listVenues(ctx),
    listColleagues(ctx),
    plans ? listBookedPeople(ctx, { serviceDayId: day.id }) : [],
  ])
  const date = sayDate(lang, day.date)
  const title = `${w.deskDays.deeds[deed]}: ${date}`
  return render(
    c,
    <DeskPage
      title={title}
      session={session}
      door="days"
      narrow
      here={filled === blank ? here(c) : undefined}
      back={{ href: paths.deskDay(day.id), label: w.deskDays.back }}
    >
      <ErrorSummary filled={filled} />
      <h1>{title}</h1>
      <p>{w.deskDays.deedHints[deed]}</p>
      <BookedNotice deed={deed} booked={booked} />
      <form method="post" action={to(c, paths.deskDayDo(day.id, deed))}>
        <DeedFields deed={deed} day={day} venues={venues} colleagues={colleagues} filled={filled} />
        <button class={deed === 'nghi' ? 'button danger' : 'button'}>
          {deed === 'sua' ? w.deskDays.save : w.deskDays.deeds[deed]}
        </button>
      </form>
    </DeskPage>,
    filled === blank ? 200 : 422,
  )
}

type FieldsProps = {
  deed: Deed
  day: WholeServiceDay
  venues: Venue[]
  colleagues: Colleague[]
  filled: Filled
}

function DeedFields({ deed, day, venues, colleagues, filled }: FieldsProps) {
  const { fields, closeExample } = useView().w.deskDays
  if (deed === 'sua')
    return (
      <>
        <VenueField venues={venues} filled={filled} initial={day.venueId} />
        <HoursFields filled={filled} initial={day.hours} />
        <CapacityField filled={filled} initial={day.capacity} />
        <OfficerBoxes colleagues={colleagues} filled={filled} ticked={day.officerIds} />
      </>
    )
  return (
    <>
      {deed === 'doi' && (
        <>
          <Field name="date" label={fields.date} type="date" width="short" filled={filled} />
          <VenueField venues={venues} filled={filled} initial={day.venueId} />
        </>
      )}
      <TextArea
        name="reason"
        label={fields.reason}
        hint={deed === 'dong' ? `${fields.reasonHint} ${closeExample}` : fields.reasonHint}
        rows={3}
        maxlength={600}
        filled={filled}
      />
    </>
  )
}
