import type { Context } from 'hono'
import { addPicture, readPicture, removePicture } from '#src/modules/outreach/index.ts'
import type { Env } from '../../env.ts'
import { paths } from '../../paths.ts'
import { isUuid } from '../../public/is-uuid.ts'
import { blank, readBody, tryDeed } from '../../read-form.ts'
import { to } from '../../render.tsx'
import { showBulletin } from './show-bulletin.tsx'

/** A picture for a draft, sent as a file with the words for who cannot see it. */
export async function takePicture(c: Context<Env>) {
  const { ctx, lang, w } = c.var
  const id = c.req.param('id') ?? ''
  if (!isUuid(id)) return c.notFound()
  const body = await readBody(c)
  const text = (name: string) => (typeof body[name] === 'string' ? body[name].trim() : '')
  const values = { altVi: text('altVi'), altEn: text('altEn') }
  const { picture } = body
  if (!(picture instanceof File) || picture.size === 0)
    return showBulletin(c, { values, errors: { picture: w.channels.pictures.fileMissing } })
  const content = new Uint8Array(await picture.arrayBuffer())
  const { filled } = await tryDeed({ values, errors: {} }, lang, () =>
    addPicture(ctx, { bulletinId: id, version: Number(text('version')), content, ...values }),
  )
  if (filled) return showBulletin(c, filled)
  return c.redirect(to(c, `${paths.bulletin(id)}?xong=hinh`), 303)
}

export async function dropPicture(c: Context<Env>) {
  const { ctx, lang } = c.var
  const id = c.req.param('id') ?? ''
  const { picture, version } = await readBody(c)
  if (!isUuid(id) || typeof picture !== 'string' || !isUuid(picture)) return c.notFound()
  const { filled } = await tryDeed(blank, lang, () =>
    removePicture(ctx, { bulletinId: id, version: Number(version), pictureId: picture }),
  )
  if (filled) return showBulletin(c, filled)
  return c.redirect(to(c, `${paths.bulletin(id)}?xong=bo-hinh`), 303)
}

/** A picture, for officers also of what is not approved yet. It never changes: another is another id. */
export async function answerPicture(c: Context<Env>) {
  const { id = '', picture = '' } = c.req.param()
  const pictureId = picture.replace(/\.jpg$/, '')
  if (!isUuid(id) || !isUuid(pictureId)) return c.notFound()
  const jpeg = await readPicture(c.var.ctx, { bulletinId: id, pictureId })
  if (!jpeg) return c.notFound()
  return c.body(new Uint8Array(jpeg), 200, {
    'content-type': 'image/jpeg',
    'x-content-type-options': 'nosniff',
    'cache-control': c.var.session ? 'private, no-store' : 'public, max-age=86400',
  })
}
