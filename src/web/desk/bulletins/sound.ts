import type { Context } from 'hono'
import type { Ctx } from '#src/base/ctx.ts'
import {
  getBulletin,
  readCheck,
  readRecording,
  readSetting,
  type BulletinVersion,
} from '#src/modules/outreach/index.ts'
import type { SoundFormat } from '#src/outside/speech/open-speech.ts'
import type { Env, House } from '../../env.ts'
import { isUuid } from '../../public/is-uuid.ts'

const types = { mp3: 'audio/mpeg', wav: 'audio/wav' } as const

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

/** The office's own recording, else the machine's voice; null on a machine without one. */
export async function makeSound(
  ctx: Ctx,
  house: House,
  it: { bulletinId: string; version: BulletinVersion; format: SoundFormat },
): Promise<{ content: Buffer; mediaType: string } | null> {
  const { number } = it.version
  const own = await readRecording(ctx, { bulletinId: it.bulletinId, version: number })
  if (own) return own
  if (!(await house.speech?.ready())) return null
  const [{ script }, { voice, wordsPerMinute }] = await Promise.all([
    readCheck(ctx, it.version),
    readSetting(ctx),
  ])
  const content = await house.speech!.make({
    text: script,
    voice,
    wordsPerMinute,
    format: it.format,
  })
  return { content, mediaType: types[it.format] }
}
