import type { Context } from 'hono'
import { z } from 'zod'
import {
  bookGroup,
  listBookableDays,
  listFreeTimes,
  minutesFor,
  type FreeTime,
} from '#src/modules/queue/index.ts'
import type { Words } from '#src/words/index.ts'
import { sayTime } from '../../dates.ts'
import type { Env } from '../../env.ts'
import { paths } from '../../paths.ts'
import { clock } from '../../public/booking/clock-of.ts'
import { keyOf } from '../../public/booking/time-form.tsx'
import { blank, type Filled, readBody, readForm, tryDeed } from '../../read-form.ts'
import { here, render, to } from '../../render.tsx'
import { DeskPage } from '../../ui/desk-page.tsx'
import { ErrorSummary } from '../../ui/error-summary.tsx'
import { Field, Select } from '../../ui/field.tsx'
import { useView } from '../../view.ts'
import { chosenDay, dayOptions } from './day-options.ts'

/** A company or a hamlet comes together: a stretch of time, on one counter or several. */
export function showBookGroup(c: Context<Env>) {
  return answer(c, blank)
}

export async function takeBookGroup(c: Context<Env>) {
  const { ctx, lang, w } = c.var
  const { data, filled } = readForm(said(w), await readBody(c))
  if (filled.values['viec'] === 'xem') return answer(c, { values: filled.values, errors: {} })
  if (!data) return answer(c, filled)
  const { done, filled: again } = await tryDeed(filled, lang, () =>
    bookGroup(ctx, {
      clientKey: data.khoa,
      serviceDayId: data.serviceDayId,
      start: Temporal.PlainTime.from(data.start),
      end: Temporal.PlainTime.from(data.end),
      lanes: data.lanes,
      party: data.party,
      organisation: data.organisation,
      contactName: data.contactName,
      phone: data.phone || null,
      note: data.note || null,
    }),
  )
  if (again) return answer(c, again)
  return c.redirect(`${to(c, paths.deskBooking(done.id))}?xong=group`, 303)
}

function said(w: Words) {
  const { group, form } = w.deskBookings
  const { refusals } = w.queueBooking
  const noName = refusals['queue.organisation_missing']
  const text = z.string().default('')
  const time = z
    .string(group.timeMissing)
    .transform((it) => it.slice(0, 5))
    .pipe(clock(group.timeMissing))
  // What is no number is refused by the deed, in its own words.
  const whole = z.string().default('').transform(wholeOf)
  return z.object({
    serviceDayId: z.uuid(form.dayMissing),
    organisation: z.string(noName).min(1, noName),
    contactName: z.string(group.contactMissing).min(1, group.contactMissing),
    phone: text,
    party: whole.refine(Number.isInteger, refusals['queue.party_impossible']),
    lanes: whole,
    start: time,
    end: time,
    note: text,
    khoa: z.string().min(1).max(100),
  })
}

function wholeOf(typed: string): number {
  const digits = typed.replaceAll(/[. ]/g, '')
  return /^\d{1,6}$/.test(digits) ? Number(digits) : Number.NaN
}

async function answer(c: Context<Env>, filled: Filled) {
  const { ctx, session, lang, w } = c.var
  const words = w.deskBookings.group
  const { form } = w.deskBookings
  const days = await listBookableDays(ctx, { procedureCodes: [] })
  const asked = filled.values['serviceDayId'] ?? c.req.query('ngay')
  const day = chosenDay(days, typeof asked === 'string' ? asked : undefined)
  const minutes = await minutesFor(ctx, [])
  const free =
    day?.state === 'free'
      ? await listFreeTimes(ctx, { serviceDayId: day.serviceDayId, minutes })
      : []
  const wrong = Object.keys(filled.errors).length > 0
  return render(
    c,
    <DeskPage
      title={wrong ? w.desk.wrong({ title: words.title }) : words.title}
      session={session}
      door="bookings"
      here={filled === blank ? here(c) : undefined}
      islands={['desk-keys.js']}
      back={{ href: paths.deskBookings(), label: w.deskBookings.title }}
    >
      <ErrorSummary filled={filled} />
      <h1>{words.title}</h1>
      <p>{words.lead}</p>
      <form method="post" action={to(c, paths.deskBookingGroup())}>
        <input type="hidden" name="khoa" value={keyOf(filled)} />
        <div class="grid-2">
          <div>
            <Field name="organisation" label={words.organisation} filled={filled} maxlength={120} />
            <Field
              name="party"
              label={words.party}
              filled={filled}
              inputmode="numeric"
              width="short"
            />
            <Field name="contactName" label={words.contact} filled={filled} maxlength={120} />
            <Field
              name="phone"
              type="tel"
              label={form.phone}
              hint={form.phoneHint}
              filled={filled}
              width="mid"
              optional
            />
            <Field name="note" label={form.note} filled={filled} maxlength={500} optional />
          </div>
          <div>
            <Select
              name="serviceDayId"
              label={form.day}
              filled={filled}
              initial={day?.serviceDayId}
              empty={false}
              options={dayOptions(days, lang, w)}
            />
            <p>
              <button class="button quiet" name="viec" value="xem">
                {form.see}
              </button>
            </p>
            <FreeNow free={free} />
            <div class="hours">
              <Field name="start" type="time" label={words.from} filled={filled} width="short" />
              <Field name="end" type="time" label={words.to} filled={filled} width="short" />
            </div>
            <Field
              name="lanes"
              label={words.lanes}
              hint={words.lanesHint}
              filled={filled}
              initial="1"
              inputmode="numeric"
              width="short"
            />
          </div>
        </div>
        <button class="button" name="viec" value="dat" data-key="Ctrl+Enter">
          {words.do} <kbd hidden>Ctrl ↵</kbd>
        </button>
      </form>
      <desk-keys></desk-keys>
    </DeskPage>,
    wrong ? 422 : 200,
  )
}

/** At which times how many can be served still, to choose a stretch from. */
function FreeNow({ free }: { free: FreeTime[] }) {
  const { lang, w } = useView()
  const words = w.deskBookings
  if (free.length === 0) return <p>{words.form.noTimes}</p>
  return (
    <details>
      <summary>{words.group.freeNow}</summary>
      <p class="hint">
        {free
          .map((it) => words.group.freeAt({ time: sayTime(lang, it.start), lanes: it.lanes }))
          .join(' · ')}
      </p>
    </details>
  )
}
