import type { Context } from 'hono'
import { getVisit } from '#src/modules/queue/index.ts'
import { channels, findHeard, tellHeard } from '#src/modules/reach/index.ts'
import type { Env } from '../../env.ts'
import { paths } from '../../paths.ts'
import { isUuid } from '../../public/is-uuid.ts'
import { readBody } from '../../read-form.ts'
import { render, to } from '../../render.tsx'
import { DeskPage } from '../../ui/desk-page.tsx'
import { heardOf, heardValues, PlaceFields, readHeardPlaces } from '../heard-fields.tsx'

/** One press at the counter: each way of hearing is a button, and leads back to the line. */
export async function showTellHeard(c: Context<Env>) {
  const { ctx, session, w } = c.var
  const id = c.req.param('visit') ?? ''
  if (!isUuid(id)) return c.notFound()
  const visit = await getVisit(ctx, { visitId: id })
  const heard = await findHeard(ctx, { visitId: id, appointmentId: visit.appointmentId })
  const words = w.deskReach.heard
  return render(
    c,
    <DeskPage
      title={words.question}
      session={session}
      door="line"
      narrow
      here={paths.tellHeard(id)}
      back={{ href: paths.deskLine(), label: w.deskLine.visit.back }}
    >
      <h1>{words.question}</h1>
      <p>{w.deskLine.visit.of({ code: visit.code })}</p>
      <form method="post" action={to(c, paths.tellHeard(id))}>
        <PlaceFields
          filled={{ values: heardValues(heard), errors: {} }}
          places={await readHeardPlaces(ctx)}
        />
        <ul class="picks">
          {channels.map((value) => (
            <li>
              <button
                class="pick"
                name="heard"
                value={value}
                aria-pressed={heard?.channel === value ? 'true' : undefined}
              >
                {w.reach.channels[value]}
              </button>
            </li>
          ))}
        </ul>
      </form>
    </DeskPage>,
  )
}

export async function doTellHeard(c: Context<Env>) {
  const { ctx } = c.var
  const id = c.req.param('visit') ?? ''
  if (!isUuid(id)) return c.notFound()
  const values = Object.fromEntries(
    Object.entries(await readBody(c)).flatMap(([key, value]) =>
      typeof value === 'string' ? [[key, value]] : [],
    ),
  )
  const heard = heardOf(values, await readHeardPlaces(ctx))
  await tellHeard(ctx, { of: { kind: 'visit', id }, heard })
  return c.redirect(to(c, paths.deskLine()), 303)
}
