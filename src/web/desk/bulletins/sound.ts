import type { Context } from 'hono'
import { getBulletin } from '#src/modules/outreach/index.ts'
import type { SoundFormat } from '#src/outside/speech/open-speech.ts'
import type { Env } from '../../env.ts'
import { isUuid } from '../../public/is-uuid.ts'
import { makeSound } from '../../speech/make-sound.ts'

/** What is heard of one version, for an officer who listens before it is aired. */
export async function answerSound(c: Context<Env>) {
  const { ctx, house, w } = c.var
  const { id = '', file = '' } = c.req.param()
  const [, number, format] = /^(\d+)\.(mp3|wav)$/.exec(file) ?? []
  if (!isUuid(id) || !number) return c.notFound()
  const bulletin = await getBulletin(ctx, { bulletinId: id })
  const version = bulletin.versions.find((it) => it.number === Number(number))
  if (!version) return c.notFound()
  const sound = await makeSound(ctx, house, {
    bulletinId: id,
    version,
    format: format as SoundFormat,
  })
  if (!sound) return c.text(w.bulletins.speaker.noVoiceHint, 503)
  return c.body(new Uint8Array(sound.content), 200, { 'content-type': sound.mediaType })
}
