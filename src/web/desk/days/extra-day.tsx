import type { Context } from 'hono'
import { z } from 'zod'
import { listVenues } from '#src/modules/offices/index.ts'
import { addExtraDay, listProgrammes } from '#src/modules/service-days/index.ts'
import { today } from '../../dates.ts'
import type { Env } from '../../env.ts'
import { paths } from '../../paths.ts'
import { blank, type Filled, readBody, readForm, tryDeed } from '../../read-form.ts'
import { here, render, to } from '../../render.tsx'
import { DeskPage } from '../../ui/desk-page.tsx'
import { ErrorSummary } from '../../ui/error-summary.tsx'
import { Field, Select, TextArea } from '../../ui/field.tsx'
import { daySaid } from '../day-said.ts'
import { capacitySaid } from './capacity-said.ts'
import { HoursFields } from './hours-fields.tsx'
import { hoursSaid, hoursShape } from './hours-said.ts'
import { CapacityField, VenueField } from './place-fields.tsx'

/** The form for one day more: what is left empty is as the programme has it. */
export async function showExtraDay(c: Context<Env>, filled: Filled = blank) {
  const { ctx, session, lang, w } = c.var
  const [programmes, venues] = await Promise.all([
    listProgrammes(ctx, { on: today(ctx.now) }),
    listVenues(ctx),
  ])
  const { extra, fields, title } = w.deskDays
  return render(
    c,
    <DeskPage
      title={extra.title}
      session={session}
      door="days"
      narrow
      here={filled === blank ? here(c) : undefined}
      back={{ href: paths.deskDays(), label: title }}
    >
      <ErrorSummary filled={filled} />
      <h1>{extra.title}</h1>
      <p>{extra.lead}</p>
      <form method="post" action={to(c, paths.deskDayExtra())}>
        <Select
          name="programmeId"
          label={extra.programme}
          filled={filled}
          initial={programmes.length === 1 ? programmes[0]?.id : undefined}
          options={programmes.map((it) => ({
            value: it.id,
            label: lang === 'vi' ? it.nameVi : it.nameEn,
          }))}
        />
        <Field name="date" label={fields.date} type="date" width="short" filled={filled} />
        <TextArea
          name="reason"
          label={fields.reason}
          hint={fields.reasonHint}
          rows={3}
          filled={filled}
        />
        <VenueField venues={venues} filled={filled} empty={fields.venueSame} />
        <HoursFields filled={filled} />
        <CapacityField filled={filled} />
        <button class="button">{extra.do}</button>
      </form>
    </DeskPage>,
    filled === blank ? 200 : 422,
  )
}

/** Adds it, and shows the new day. */
export async function doExtraDay(c: Context<Env>) {
  const { ctx, lang, w } = c.var
  const { extra, fields } = w.deskDays
  const text = z.string().default('')
  const schema = z.object({
    programmeId: z.uuid(extra.programmeMissing),
    date: daySaid(fields.dateMissing),
    reason: text,
    venueId: text,
    ...hoursShape,
    capacity: text,
  })
  const { data, filled } = readForm(schema, await readBody(c))
  if (!data) return showExtraDay(c, filled)
  const { programmeId, date, reason, venueId, capacity, ...times } = data
  const hours = hoursSaid(times)
  const { done, filled: again } = await tryDeed(filled, lang, () =>
    addExtraDay(ctx, {
      programmeId,
      date,
      reason,
      ...(venueId === '' ? {} : { venueId }),
      ...(hours.morning || hours.afternoon ? { hours } : {}),
      ...(capacity === '' ? {} : { capacity: capacitySaid(capacity) }),
    }),
  )
  if (again) return showExtraDay(c, again)
  return c.redirect(to(c, `${paths.deskDay(done.id)}?xong=added`), 303)
}
