import type { Context } from 'hono'
import { z } from 'zod'
import type { Ctx } from '#src/base/ctx.ts'
import { callOffDay } from '#src/errands/call-off-day.ts'
import { changeDay } from '#src/errands/change-day.ts'
import { closeDay } from '#src/errands/close-day.ts'
import { moveDay } from '#src/errands/move-day.ts'
import type { Env } from '../../env.ts'
import { paths } from '../../paths.ts'
import { isUuid } from '../../public/is-uuid.ts'
import { type Filled, readBody, readForm, tryDeed } from '../../read-form.ts'
import { to } from '../../render.tsx'
import type { Words } from '#src/words/index.ts'
import { daySaid } from '../day-said.ts'
import { capacitySaid } from './capacity-said.ts'
import { showDeed, type Deed } from './deed-page.tsx'
import { hoursSaid, hoursShape } from './hours-said.ts'

const text = z.string().default('')

const reasonForm = z.object({ reason: text })
const changeForm = z.object({
  venueId: text,
  ...hoursShape,
  capacity: text,
  officerIds: z.array(z.string()).default([]),
})
const moveForm = (w: Words) =>
  z.object({ date: daySaid(w.deskDays.fields.dateMissing), reason: text, venueId: text })

type Sent = { ctx: Ctx; w: Words; serviceDayId: string; body: Parameters<typeof readForm>[1] }
/** `run` says how many people are to be told. */
type Read = { run: (() => Promise<number>) | null; filled: Filled }

/** What each form means, once its fields are read. */
const deeds: Record<Deed, (sent: Sent) => Read> = {
  dong: ({ ctx, serviceDayId, body }) => {
    const { data, filled } = readForm(reasonForm, body)
    return { run: data ? () => closeDay(ctx, { serviceDayId, ...data }) : null, filled }
  },
  nghi: ({ ctx, serviceDayId, body }) => {
    const { data, filled } = readForm(reasonForm, body)
    return { run: data ? () => callOffDay(ctx, { serviceDayId, ...data }) : null, filled }
  },
  doi: ({ ctx, w, serviceDayId, body }) => {
    const { data, filled } = readForm(moveForm(w), body)
    if (!data) return { run: null, filled }
    const { date, reason, venueId } = data
    const venue = venueId === '' ? {} : { venueId }
    return { run: () => moveDay(ctx, { serviceDayId, date, reason, ...venue }), filled }
  },
  sua: ({ ctx, serviceDayId, body }) => {
    const { data, filled } = readForm(changeForm, body)
    if (!data) return { run: null, filled }
    const { venueId, officerIds, capacity, ...times } = data
    const said = {
      serviceDayId,
      hours: hoursSaid(times),
      capacity: capacitySaid(capacity),
      officerIds,
      ...(venueId === '' ? {} : { venueId }),
    }
    return { run: () => changeDay(ctx, said), filled }
  },
}

export function isDeed(text: string): text is Deed {
  return Object.hasOwn(deeds, text)
}

/** Closes, calls off, moves or changes a day; a refusal comes back beside its field. */
export async function doDeed(c: Context<Env>) {
  const { ctx, lang, w } = c.var
  const id = c.req.param('id') ?? ''
  const deed = c.req.param('deed') ?? ''
  if (!isUuid(id) || !isDeed(deed)) return c.notFound()
  const body = await readBody(c, { all: true })
  const { run, filled } = deeds[deed]({ ctx, w, serviceDayId: id, body })
  if (!run) return showDeed(c, deed, filled)
  const { done: toTell, filled: again } = await tryDeed(filled, lang, run)
  if (again) return showDeed(c, deed, again)
  const told = toTell > 0 ? `&bao=${toTell}` : ''
  return c.redirect(to(c, `${paths.deskDay(id)}?xong=${deed}${told}`), 303)
}
