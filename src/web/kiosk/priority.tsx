import type { Context } from 'hono'
import { readRules } from '#src/modules/queue/index.ts'
import type { Env } from '../env.ts'
import { paths } from '../paths.ts'
import { here, render, to } from '../render.tsx'
import { KioskPage } from './kiosk-page.tsx'

/** Who goes first here, as the office's own rules say: to be read by everybody, also those behind. */
export async function showPriority(c: Context<Env>) {
  const { ctx, office, w } = c.var
  const token = c.req.param('token') ?? ''
  const rules = await readRules(ctx)
  return render(
    c,
    <KioskPage
      title={w.kiosk.priority}
      office={office}
      token={token}
      says="may-uu-tien"
      here={here(c)}
    >
      <h1>{w.kiosk.priority}</h1>
      <p>{w.kiosk.priorityHint({ minutes: rules.priorityHeadStartMinutes })}</p>
      <div class="kiosk-choices">
        {rules.priorities.map((it) => (
          <a class="kiosk-button second" href={to(c, paths.kioskTake(token, it))}>
            <b>{w.queueLine.priorities[it]}</b>
          </a>
        ))}
      </div>
    </KioskPage>,
  )
}
