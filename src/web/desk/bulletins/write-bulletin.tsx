import { randomUUID } from 'node:crypto'
import type { Context } from 'hono'
import {
  getBulletin,
  latestOf,
  readSetting,
  rewriteBulletin,
  submitBulletin,
  writeBulletin,
  type Bulletin,
} from '#src/modules/outreach/index.ts'
import { today } from '../../dates.ts'
import type { Env } from '../../env.ts'
import { paths } from '../../paths.ts'
import { isUuid } from '../../public/is-uuid.ts'
import { blank, type Filled, readBody, readForm, tryDeed } from '../../read-form.ts'
import { here, render, to } from '../../render.tsx'
import { DeskPage } from '../../ui/desk-page.tsx'
import { ErrorSummary } from '../../ui/error-summary.tsx'
import { bulletinShape, textOf } from './write-form.ts'
import { BulletinFields } from './write-page.tsx'

/** News of the office's own, written from nothing. */
export function showNewBulletin(c: Context<Env>) {
  return answerForm(c, null, blank)
}

export async function doNewBulletin(c: Context<Env>) {
  const { ctx, lang, w } = c.var
  const form = readForm(bulletinShape(w), await readBody(c))
  const { data } = form
  if (!data) return answerForm(c, null, form.filled)
  const { done, filled } = await tryDeed(form.filled, lang, () =>
    writeBulletin(ctx, { clientKey: data.clientKey ?? randomUUID(), ...textOf(data) }),
  )
  if (filled) return answerForm(c, null, filled)
  return afterWriting(c, { bulletinId: done.id, version: 1, send: data.send !== '', key: 'viet' })
}

/** Another wording of one that is there. */
export async function showEditBulletin(c: Context<Env>) {
  const bulletin = await readBulletin(c)
  return bulletin ? answerForm(c, bulletin, blank) : c.notFound()
}

export async function doEditBulletin(c: Context<Env>) {
  const { ctx, lang, w } = c.var
  const bulletin = await readBulletin(c)
  if (!bulletin) return c.notFound()
  const form = readForm(bulletinShape(w), await readBody(c))
  const { data } = form
  if (!data) return answerForm(c, bulletin, form.filled)
  const { done, filled } = await tryDeed(form.filled, lang, () =>
    rewriteBulletin(ctx, { bulletinId: bulletin.id, after: Number(data.after), ...textOf(data) }),
  )
  if (filled) return answerForm(c, bulletin, filled)
  const { number: version } = done
  return afterWriting(c, { bulletinId: bulletin.id, version, send: data.send !== '', key: 'sua' })
}

/** The wording is kept whatever becomes of the submission, which says by itself why it was refused. */
async function afterWriting(
  c: Context<Env>,
  it: { bulletinId: string; version: number; send: boolean; key: string },
) {
  if (it.send) await submitBulletin(c.var.ctx, it)
  return c.redirect(to(c, `${paths.bulletin(it.bulletinId)}?xong=${it.send ? 'gui' : it.key}`), 303)
}

async function readBulletin(c: Context<Env>): Promise<Bulletin | null> {
  const id = c.req.param('id') ?? ''
  return isUuid(id) ? getBulletin(c.var.ctx, { bulletinId: id }) : null
}

async function answerForm(c: Context<Env>, bulletin: Bulletin | null, filled: Filled) {
  const { ctx, session, w } = c.var
  const words = w.bulletins.form
  const setting = await readSetting(ctx)
  const title = bulletin ? words.editTitle : words.newTitle
  const back = bulletin
    ? { href: paths.bulletin(bulletin.id), label: latestOf(bulletin).titleVi }
    : { href: paths.bulletins(), label: w.bulletins.title }
  return render(
    c,
    <DeskPage
      title={title}
      session={session}
      door="bulletins"
      narrow
      here={filled === blank ? here(c) : undefined}
      back={back}
    >
      <ErrorSummary filled={filled} />
      <h1>{title}</h1>
      <form
        method="post"
        action={to(c, bulletin ? paths.bulletinDo(bulletin.id, 'sua') : paths.bulletinNew())}
      >
        <BulletinFields
          filled={filled}
          version={bulletin && latestOf(bulletin)}
          setting={setting}
          today={today(ctx.now)}
          {...(bulletin ? {} : { clientKey: randomUUID() })}
        />
        <div class="pair">
          <button class="button" name="send" value="yes">
            {words.saveAndSubmit}
          </button>
          <button class="button quiet">{words.save}</button>
        </div>
      </form>
    </DeskPage>,
    filled === blank ? 200 : 422,
  )
}
