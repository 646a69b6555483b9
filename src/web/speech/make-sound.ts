import type { Ctx } from '#src/base/ctx.ts'
import {
  readCheck,
  readRecording,
  readSetting,
  type BulletinVersion,
} from '#src/modules/outreach/index.ts'
import type { SoundFormat } from '#src/outside/speech/open-speech.ts'
import type { House } from '../env.ts'

const types = { mp3: 'audio/mpeg', wav: 'audio/wav' } as const

/** The office's own recording, else the machine's voice; null on a machine without one. */
export async function makeSound(
  ctx: Ctx,
  house: Pick<House, 'speech'>,
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
