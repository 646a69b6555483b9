import { existsSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { chime } from './chime.ts'
import { espeakNg } from './espeak-ng.ts'
import { evenLoudness, measureLoudness } from './even-loudness.ts'
import { openSpeech } from './open-speech.ts'
import type { Pcm, SpeechEngine } from './speech-engine.ts'
import { readWav, writeWav } from './wav.ts'

const dataDir = mkdtempSync(join(tmpdir(), 'taicho-sound-'))
afterAll(() => rmSync(dataDir, { recursive: true, force: true }))

const words = 'Mời bà con đến hội trường ủy ban nhân dân xã, sáng thứ sáu, từ bảy giờ ba mươi.'
const asked = { text: words, voice: 'north', wordsPerMinute: 140 } as const

const peak = ({ samples }: Pcm) => samples.reduce((most, it) => Math.max(most, Math.abs(it)), 0)
const seconds = ({ rate, samples }: Pcm) => samples.length / rate

/** A voice that counts how often it is asked. */
function counted(): SpeechEngine & { asked: number } {
  const engine = {
    name: 'counted',
    asked: 0,
    find: async () => true,
    read: async () => {
      engine.asked++
      return { rate: 22_050, samples: new Float32Array(22_050).fill(0.1) }
    },
  }
  return engine
}

describe('espeak-ng', () => {
  beforeAll(async () => {
    if (!(await espeakNg().find()))
      throw new Error('the tests need a voice: apt-get install -y espeak-ng')
  })

  test.each(['north', 'central', 'south'] as const)('speaks as in the %s', async (voice) => {
    const sound = await espeakNg().read({ ...asked, voice })

    expect(sound.rate).toBe(22_050)
    expect(seconds(sound)).toBeGreaterThan(4)
    expect(seconds(sound)).toBeLessThan(15)
    expect(peak(sound)).toBeGreaterThan(0.05)
  })

  test('speaks slower when the office wants it slower', async () => {
    const fast = await espeakNg().read({ ...asked, wordsPerMinute: 200 })
    const slow = await espeakNg().read({ ...asked, wordsPerMinute: 100 })

    expect(seconds(slow)).toBeGreaterThan(seconds(fast) * 1.3)
  })

  test('a machine without it says so instead of failing', async () => {
    const speech = openSpeech({ dataDir, engine: espeakNg('espeak-ng-that-is-not-there') })

    expect(await speech.ready()).toBe(false)
    await expect(speech.make({ ...asked, format: 'wav' })).rejects.toThrow('ENOENT')
  })

  test('a bulletin of ninety seconds is an MP3 of 64 kbit a second', async () => {
    const speech = openSpeech({ dataDir })

    const mp3 = await speech.make({ ...asked, text: `${words} `.repeat(14), format: 'mp3' })

    // 64 kbit/s: 8,000 bytes a second.
    expect(mp3.length / 8000).toBeGreaterThan(85)
    expect(mp3[0]).toBe(0xff)
  })

  test('what comes out is evenly loud, never clipped, and begins with the chime', async () => {
    const speech = openSpeech({ dataDir })

    const sound = readWav(await speech.make({ ...asked, format: 'wav' }))

    const before = chime(sound.rate)
    const spoken = { rate: sound.rate, samples: sound.samples.slice(before.length) }
    expect(measureLoudness(spoken)).toBeCloseTo(-18, 0)
    expect(peak(sound)).toBeLessThan(0.9)
    const breath = sound.samples.slice(before.length - 6000, before.length - 1)
    expect(peak({ rate: sound.rate, samples: breath })).toBe(0)
  })
})

describe('loudness', () => {
  const tone = (height: number): Pcm => ({
    rate: 22_050,
    samples: Float32Array.from({ length: 44_100 }, (_, i) => height * Math.sin(i / 8)),
  })

  test.each([0.01, 0.2, 0.99])('a voice at %f comes out as loud as another', (height) => {
    expect(measureLoudness(evenLoudness(tone(height)))).toBeCloseTo(-18, 1)
  })

  test('one loud knock among soft words stays below the ceiling', () => {
    const sound = tone(0.02)
    sound.samples[1000] = 1

    expect(peak(evenLoudness(sound))).toBeLessThanOrEqual(10 ** (-1 / 20))
  })

  test('silence stays silence', () => {
    const silence = { rate: 22_050, samples: new Float32Array(1000) }

    expect(evenLoudness(silence)).toEqual(silence)
  })
})

describe('a sound that was made', () => {
  test('is kept, and whoever asks meanwhile waits for the same', async () => {
    const engine = counted()
    const speech = openSpeech({ dataDir, engine })
    const make = () => speech.make({ ...asked, format: 'wav' })

    await Promise.all(Array.from({ length: 20 }, make))
    await make()

    expect(engine.asked).toBe(1)
  })

  test('other words, another voice or another speed are another sound', async () => {
    const engine = counted()
    const speech = openSpeech({ dataDir, engine })

    await speech.make({ ...asked, text: 'khác', format: 'wav' })
    await speech.make({ ...asked, voice: 'south', format: 'wav' })
    await speech.make({ ...asked, wordsPerMinute: 150, format: 'wav' })

    expect(engine.asked).toBe(3)
  })

  test('goes when nobody has made it for a long time; no half sound stays', async () => {
    const old = join(dataDir, 'sound', 'cu.wav')
    writeFileSync(old, '')
    utimesSync(old, new Date('2020-01-01'), new Date('2020-01-01'))

    await openSpeech({ dataDir, engine: counted() }).make({ ...asked, text: 'mới', format: 'wav' })

    expect(existsSync(old)).toBe(false)
    expect(readdirSync(join(dataDir, 'sound')).filter((it) => it.endsWith('.part'))).toEqual([])
  })
})

describe('WAV', () => {
  test('is read back as it was written', () => {
    const sound = { rate: 8000, samples: Float32Array.from([0, 0.5, -0.5, 1, -1]) }

    const read = readWav(writeWav(sound))

    expect(read.rate).toBe(8000)
    for (const [i, it] of sound.samples.entries()) expect(read.samples[i]).toBeCloseTo(it, 3)
  })

  test('of another kind is refused', () => {
    const stereo = writeWav({ rate: 8000, samples: new Float32Array(4) })
    stereo.writeUInt16LE(2, 22)

    expect(() => readWav(stereo)).toThrow('one ear')
    expect(() => readWav(Buffer.from('nothing of the kind'))).toThrow('not a WAV')
    expect(() => readWav(Buffer.from('RIFF    WAVE'))).toThrow('without sound')
  })
})
