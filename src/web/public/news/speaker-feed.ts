import type { Context } from 'hono'
import { enterSpeakerFeed, type Published } from '#src/modules/outreach/index.ts'
import type { Env } from '../../env.ts'
import { paths } from '../../paths.ts'
import { makeSound } from '../../speech/make-sound.ts'

/** What an IP loudspeaker system is to air today, the urgent first: words, sound, times, repeats. */
export async function answerSpeakerList(c: Context<Env>) {
  const { ctx, office } = c.var
  const token = c.req.param('token') ?? ''
  const all = await enterSpeakerFeed(ctx, { token })
  c.header('cache-control', 'no-store')
  return c.json({
    office: office.name.vi,
    items: all.map((it) => ({
      id: it.id,
      version: it.number,
      title: it.titleVi,
      priority: it.priority,
      from: it.air.from.toString(),
      to: it.air.to.toString(),
      times: it.air.times,
      repeats: it.air.repeats,
      sound: soundAddress(c, token, it),
    })),
  })
}

/** The same for players that take a plain list: each sound as often as it is to be heard in a row. */
export async function answerPlaylist(c: Context<Env>) {
  const token = c.req.param('token') ?? ''
  const all = await enterSpeakerFeed(c.var.ctx, { token })
  const lines = all.flatMap((it) =>
    Array.from({ length: it.air.repeats }, () => [
      `#EXTINF:-1,${it.titleVi}`,
      soundAddress(c, token, it),
    ]).flat(),
  )
  return c.body(['#EXTM3U', ...lines, ''].join('\n'), 200, {
    'content-type': 'audio/x-mpegurl; charset=utf-8',
    'cache-control': 'no-store',
  })
}

/** The sound of one bulletin of today. */
export async function answerSpeakerSound(c: Context<Env>) {
  const { ctx, house, w } = c.var
  const { token = '', file = '' } = c.req.param()
  const all = await enterSpeakerFeed(ctx, { token })
  const version = all.find((it) => `${it.id}.mp3` === file)
  if (!version) return c.notFound()
  const sound = await makeSound(ctx, house, { bulletinId: version.id, version, format: 'mp3' })
  if (!sound) return c.text(w.bulletins.speaker.noVoiceHint, 503)
  return c.body(new Uint8Array(sound.content), 200, {
    'content-type': sound.mediaType,
    'cache-control': 'no-store',
  })
}

/** Other words are another address, so that a system that keeps what it fetched fetches them. */
function soundAddress(c: Context<Env>, token: string, it: Published): string {
  const { house, office } = c.var
  return `${house.publicUrl}${paths.speakerSound(office.slug, token, it.id)}?v=${it.number}`
}
