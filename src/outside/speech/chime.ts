import type { Pcm } from './speech-engine.ts'

/** E, then C: people look up. */
const notes = [659.25, 523.25] as const
const noteSeconds = 0.75
const pauseSeconds = 0.6
const loudness = 0.35

/** What is heard before the words: two soft notes and a breath. */
export function chime(rate: number): Float32Array {
  const noteLength = Math.round(noteSeconds * rate)
  const samples = new Float32Array(notes.length * noteLength + Math.round(pauseSeconds * rate))
  for (const [n, pitch] of notes.entries())
    for (let i = 0; i < noteLength; i++) {
      const t = i / rate
      const swell = Math.min(1, t / 0.01) * Math.exp(-4 * t) * Math.min(1, (noteSeconds - t) / 0.05)
      const tone = Math.sin(2 * Math.PI * pitch * t) + 0.3 * Math.sin(4 * Math.PI * pitch * t)
      samples[n * noteLength + i] = (loudness / 1.3) * swell * tone
    }
  return samples
}

export function withChime({ rate, samples }: Pcm): Pcm {
  const before = chime(rate)
  const whole = new Float32Array(before.length + samples.length)
  whole.set(before)
  whole.set(samples, before.length)
  return { rate, samples: whole }
}
