import { randomUUID } from 'node:crypto'
import type { Context } from 'hono'
import {
  findOpenServiceDay,
  listServiceDays,
  type ServiceDay,
} from '#src/modules/service-days/index.ts'
import { today } from '../../dates.ts'
import type { Env } from '../../env.ts'
import { streamLive } from '../../live.ts'
import { isUuid } from '../../public/is-uuid.ts'
import { blank, type Filled } from '../../read-form.ts'
import { render, to } from '../../render.tsx'
import { LinePage, NoLinePage, ShellPage } from './line-page.tsx'
import type { LineView } from './line-view.ts'
import { writeState } from './write-state.ts'

type Shown = Partial<Pick<LineView, 'handedOut' | 'notice'>> & { filled?: Filled }

/** The line of today, as a whole page. */
export async function showLine(c: Context<Env>) {
  const day = await findLineDay(c)
  if (!day) return answerNoLine(c, 200)
  return answerPage(c, day, await readShown(c), 200)
}

/** Today's day of which there is a line: the open one, or the one that was closed. */
export async function findLineDay(c: Context<Env>): Promise<ServiceDay | null> {
  const { ctx } = c.var
  const open = await findOpenServiceDay(ctx)
  if (open) return open
  const date = today(ctx.now)
  const days = await listServiceDays(ctx, { from: date, to: date })
  return days.find((it) => it.openedAt !== null) ?? null
}

/** After a form without script: the number that it handed out, or a word of what it did. */
async function readShown(c: Context<Env>): Promise<Shown> {
  const { done } = c.var.w.deskLine
  const key = c.req.query('xong') ?? ''
  const visitId = c.req.query('phieu') ?? ''
  const ahead = Number(c.req.query('truoc') ?? 0)
  const code = c.req.query('so') ?? ''
  const handedOut =
    isUuid(visitId) && /^\w{1,8}$/.test(code) && Number.isInteger(ahead)
      ? { visitId, code, ahead }
      : null
  const said = Object.hasOwn(done, key) ? done[key as keyof typeof done] : null
  return { handedOut, notice: said === null ? null : { tone: 'leaf', text: said } }
}

export async function answerPage(
  c: Context<Env>,
  day: ServiceDay,
  shown: Shown,
  status: 200 | 422 | 409,
) {
  const { ctx, lang, w, session } = c.var
  const { filled = blank } = shown
  const state = await writeState(ctx, day, lang)
  const boxes = ['name', 'phone', 'code'].map((name) => [name, filled.values[name]] as const)
  const typed = Object.fromEntries(
    boxes.flatMap(([name, it]) => (typeof it === 'string' ? [[name, it]] : [])),
  )
  const beside = Object.entries(filled.errors).filter(([name]) => name in typed)
  const above = Object.entries(filled.errors).filter(([name]) => !(name in typed))
  const view: LineView = {
    ...{ state, lang, said: w.deskLine, to: (path) => to(c, path), now: ctx.now.getTime() },
    ...{ link: 'still', offSince: null, hasSeries: false, pending: [], joined: [] },
    handedOut: shown.handedOut ?? null,
    notice:
      above.length === 0
        ? (shown.notice ?? null)
        : { tone: 'hot', text: above.map(([, error]) => error).join(' ') },
    ...{ typed, errors: Object.fromEntries(beside), newKey: randomUUID },
  }
  return render(c, <LinePage view={view} session={session} />, status)
}

/** The same as JSON, for the page that is open. */
export async function tellState(c: Context<Env>) {
  const day = await findLineDay(c)
  if (!day) return c.json({ error: c.var.w.deskLine.noDay }, 409)
  return c.json({ state: await writeState(c.var.ctx, day, c.var.lang) })
}

/** Tells the open page that something changed; what, it asks for itself. */
export async function streamChanges(c: Context<Env>) {
  const day = await findLineDay(c)
  if (!day) return c.body(null, 204)
  return streamLive(c, {
    name: `desk-line ${c.var.office.id} ${day.id}`,
    officeId: c.var.office.id,
    read: async () => randomUUID(),
    topics: () => [['queue', day.id]],
    render: (mark) => mark,
  })
}

/** Whether the server is there, and what its clock shows. */
export function tellPulse(c: Context<Env>) {
  return c.json({ now: c.var.ctx.now.getTime() })
}

export function showShell(c: Context<Env>) {
  return render(c, <ShellPage session={c.var.session} />)
}

export function answerNoLine(c: Context<Env>, status: 200 | 422) {
  return render(c, <NoLinePage session={c.var.session} />, status)
}
