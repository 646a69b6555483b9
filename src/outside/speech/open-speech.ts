import { createHash, randomUUID } from 'node:crypto'
import { mkdir, readFile, readdir, rename, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { withChime } from './chime.ts'
import { espeakNg } from './espeak-ng.ts'
import { evenLoudness } from './even-loudness.ts'
import type { Pcm, SpeechEngine, Voice } from './speech-engine.ts'
import { writeWav } from './wav.ts'

export type SoundFormat = 'mp3' | 'wav'
export type AskedSound = {
  /** Words only; see outreach/spoken. */
  text: string
  voice: Voice
  wordsPerMinute: number
  format: SoundFormat
}

/** Makes bulletins heard: chime, words, evened loudness. */
export type Speech = {
  /** Whether this machine has a voice. Asked again each minute: it may be installed meanwhile. */
  ready: () => Promise<boolean>
  make: (asked: AskedSound) => Promise<Buffer>
}

const keptDays = 90
const askedAgainMs = 60_000

/**
 * Sounds are kept below `dataDir` under the mark of what made them, so that a text is read by the
 * machine once; whoever asks meanwhile waits for the same. A sound not made anew for 90 days goes.
 */
export function openSpeech({
  dataDir,
  engine = espeakNg(),
}: {
  dataDir: string
  engine?: SpeechEngine
}): Speech {
  const folder = join(dataDir, 'sound')
  const making = new Map<string, Promise<Buffer>>()
  let found: { at: number; ready: Promise<boolean> } | undefined

  async function make(asked: AskedSound, file: string): Promise<Buffer> {
    const kept = await readFile(file).catch(() => null)
    if (kept) return kept
    const sound = withChime(evenLoudness(await engine.read(asked)))
    const bytes = await formats[asked.format](sound)
    await mkdir(folder, { recursive: true })
    // Renamed when whole: a reader never sees half a sound.
    const part = join(folder, `${randomUUID()}.part`)
    await writeFile(part, bytes)
    await rename(part, file)
    await forgetOld(folder)
    return bytes
  }

  return {
    ready: () => {
      if (!found || performance.now() - found.at > askedAgainMs)
        found = { at: performance.now(), ready: engine.find() }
      return found.ready
    },
    make: (asked) => {
      const file = join(folder, `${nameOf(engine.name, asked)}.${asked.format}`)
      const running = making.get(file)
      if (running) return running
      const made = make(asked, file).finally(() => making.delete(file))
      making.set(file, made)
      return made
    },
  }
}

const formats: Record<SoundFormat, (sound: Pcm) => Promise<Buffer> | Buffer> = {
  mp3: async (sound) => (await import('./write-mp3.ts')).writeMp3(sound),
  wav: writeWav,
}

function nameOf(engine: string, { text, voice, wordsPerMinute }: AskedSound): string {
  return createHash('sha256')
    .update(JSON.stringify([engine, text, voice, wordsPerMinute]))
    .digest('hex')
}

async function forgetOld(folder: string): Promise<void> {
  const oldest = Date.now() - keptDays * 24 * 3_600_000
  for (const name of await readdir(folder)) {
    const file = join(folder, name)
    const { mtimeMs } = await stat(file).catch(() => ({ mtimeMs: Infinity }))
    if (mtimeMs < oldest) await rm(file, { force: true })
  }
}
