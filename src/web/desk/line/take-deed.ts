import type { Context } from 'hono'
import type { Env } from '../../env.ts'
import { paths } from '../../paths.ts'
import { type Filled, readBody, readForm, tryDeed } from '../../read-form.ts'
import { to } from '../../render.tsx'
import { deedOf, type Deed } from './deeds.ts'
import { lineDeeds, type Outcome } from './do-deed.ts'
import type { HandedOut } from './line-view.ts'
import { answerNoLine, answerPage, findLineDay } from './show-line.tsx'
import { writeState } from './write-state.ts'

/** Does what a form of the page asks; answers the form with a page, the island with JSON. */
export async function takeDeed(c: Context<Env>) {
  const deed = deedOf(c.req.param('deed') ?? '')
  if (!deed) return c.notFound()
  const { ctx, lang, w } = c.var
  const { shape, run } = lineDeeds(w.deskLine)[deed]
  const { data, filled } = readForm(shape, await readBody(c))
  const done =
    data === undefined
      ? { done: undefined, filled }
      : await tryDeed(filled, lang, () => run(ctx, data as never))
  return c.req.header('accept') === 'application/json'
    ? answerIsland(c, deed, done)
    : answerForm(c, deed, done)
}

type Done = { done: Outcome; filled: undefined } | { done: undefined; filled: Filled }

async function answerIsland(c: Context<Env>, deed: Deed, { done, filled }: Done) {
  if (filled) return c.json({ error: Object.values(filled.errors).join(' ') }, 409)
  const day = await findLineDay(c)
  if (!day) return c.json({ error: c.var.w.deskLine.noDay }, 409)
  const state = await writeState(c.var.ctx, day, c.var.lang)
  const notice = wordDone(c, deed, done)
  return c.json({ state, handedOut: handedOutBy(done), notice })
}

async function answerForm(c: Context<Env>, deed: Deed, { done, filled }: Done) {
  if (filled) {
    const day = await findLineDay(c)
    return day ? answerPage(c, day, { filled }, 422) : answerNoLine(c, 422)
  }
  const { ticket } = done
  if (ticket) {
    const query = `phieu=${ticket.visitId}&so=${ticket.code}&truoc=${ticket.ahead}`
    return c.redirect(to(c, `${paths.deskLine()}?${query}`), 303)
  }
  const key = done.nobody ? 'nobody' : deed in c.var.w.deskLine.done ? deed : null
  return c.redirect(to(c, `${paths.deskLine()}${key === null ? '' : `?xong=${key}`}`), 303)
}

function wordDone(c: Context<Env>, deed: Deed, done: Outcome): string | null {
  const said = c.var.w.deskLine.done
  if (done.nobody) return said.nobody
  return deed === 'undo' || deed === 'stand' ? said[deed] : null
}

function handedOutBy({ ticket }: Outcome): HandedOut | null {
  return ticket ? { code: ticket.code, ahead: ticket.ahead, visitId: ticket.visitId } : null
}
