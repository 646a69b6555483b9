import { randomUUID } from 'node:crypto'
import type { Context } from 'hono'
import { z } from 'zod'
import { listProcedures, type ProcedureItem } from '#src/modules/catalogue/index.ts'
import { readRules, takeTicket, type Priority } from '#src/modules/queue/index.ts'
import { findOpenServiceDay, getServiceDay } from '#src/modules/service-days/index.ts'
import type { Env } from '../env.ts'
import { paths } from '../paths.ts'
import { readBody, readForm, tryDeed } from '../read-form.ts'
import { here, render, to } from '../render.tsx'
import { shorten } from '../shorten.ts'
import { Told } from '../ui/told.tsx'
import { useView } from '../view.ts'
import { KioskPage } from './kiosk-page.tsx'
import { answerRefused } from './refused.tsx'

/** As many as can be read while standing. */
const mostProcedures = 7

/** What somebody has come for, as far as they know; the first button needs no knowing. */
export async function showTake(c: Context<Env>) {
  const { ctx, office, w } = c.var
  const token = c.req.param('token') ?? ''
  const priority = await readPriority(c, c.req.query('uu-tien'))
  const open = await findOpenServiceDay(ctx)
  const day = open && (await getServiceDay(ctx, { serviceDayId: open.id }))
  const codes = day?.programme.procedures.map((it) => it.code) ?? []
  const procedures = codes.length > 0 ? await listProcedures(ctx, { codes }) : []
  return render(
    c,
    <KioskPage
      title={w.kiosk.procedure}
      office={office}
      token={token}
      says="may-viec"
      here={here(c)}
    >
      <Procedures
        token={token}
        priority={priority}
        procedures={procedures.slice(0, mostProcedures)}
      />
    </KioskPage>,
  )
}

const Taken = z.object({
  clientKey: z.string(),
  priority: z.string().optional(),
  procedure: z.string().optional(),
})

/** Gives the number. Pressed twice it is one number: both presses carry the same key. */
export async function giveTicket(c: Context<Env>) {
  const { ctx, lang } = c.var
  const token = c.req.param('token') ?? ''
  const { data, filled } = readForm(Taken, await readBody(c))
  if (!data) return c.redirect(to(c, paths.kiosk(token)), 303)
  const day = await findOpenServiceDay(ctx)
  if (!day) return c.redirect(to(c, paths.kiosk(token)), 303)
  const priority = await readPriority(c, data.priority)
  const { done, filled: refused } = await tryDeed(filled, lang, () =>
    takeTicket(ctx, {
      clientKey: data.clientKey,
      serviceDayId: day.id,
      source: 'kiosk',
      priority,
      procedureCodes: data.procedure ? [data.procedure] : [],
    }),
  )
  if (refused) return answerRefused(c, refused)
  return c.redirect(to(c, paths.kioskTicket(token, done.token)), 303)
}

/** Only what this office gives priority to: an address typed by hand gives none. */
async function readPriority(c: Context<Env>, said: string | undefined): Promise<Priority | null> {
  const { priorities } = await readRules(c.var.ctx)
  return priorities.find((it) => it === said) ?? null
}

type Props = { token: string; priority: Priority | null; procedures: ProcedureItem[] }

function Procedures({ token, priority, procedures }: Props) {
  const { w, to } = useView()
  return (
    <form method="post" action={to(paths.kioskTake(token))}>
      <h1>{w.kiosk.procedure}</h1>
      {priority && (
        <p class="kiosk-priority">
          {w.kiosk.first}: <b>{w.queueLine.priorities[priority]}</b>
        </p>
      )}
      <input type="hidden" name="clientKey" value={randomUUID()} />
      <input type="hidden" name="priority" value={priority ?? ''} />
      <div class="kiosk-choices">
        <button class="kiosk-button" name="procedure" value="">
          <b>{w.kiosk.procedureOther}</b>
          <span>{w.kiosk.procedureOtherHint}</span>
        </button>
        {procedures.map((it) => (
          <button class="kiosk-button second" name="procedure" value={it.code}>
            <b>
              <Told said={shorten(it.plainName, 60)} />
            </b>
          </button>
        ))}
      </div>
    </form>
  )
}
