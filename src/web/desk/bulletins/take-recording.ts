import type { Context } from 'hono'
import { keepRecording } from '#src/modules/outreach/index.ts'
import type { Env } from '../../env.ts'
import { paths } from '../../paths.ts'
import { isUuid } from '../../public/is-uuid.ts'
import { readBody, tryDeed } from '../../read-form.ts'
import { to } from '../../render.tsx'
import { showBulletin } from './show-bulletin.tsx'

/** A recording of the office's own, sent as a file. */
export async function takeRecording(c: Context<Env>) {
  const { ctx, lang, w } = c.var
  const id = c.req.param('id') ?? ''
  if (!isUuid(id)) return c.notFound()
  const { recording, version } = await readBody(c)
  const nothing = { values: {}, errors: {} }
  if (!(recording instanceof File) || recording.size === 0)
    return showBulletin(c, {
      ...nothing,
      errors: { recording: w.bulletins.speaker.fileMissing },
    })
  const content = Buffer.from(await recording.arrayBuffer())
  const { filled } = await tryDeed(nothing, lang, () =>
    keepRecording(ctx, { bulletinId: id, version: Number(version), content }),
  )
  if (filled) return showBulletin(c, filled)
  return c.redirect(to(c, `${paths.bulletin(id)}?xong=thu-am`), 303)
}
