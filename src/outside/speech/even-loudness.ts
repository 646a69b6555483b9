import type { Pcm } from './speech-engine.ts'

/** How loud speech is on the average, and the loudest that any sample may be; in decibels below full. */
const target = -18
const ceiling = -1
const windowSeconds = 0.4
/** Windows softer than the loud ones by more than this are pauses and do not count. */
const gate = 12

/**
 * Brings speech to one loudness, whatever the voice, and keeps every sample below the ceiling, so that
 * no loudspeaker crackles. Measured over windows of 0.4 s with the pauses left out, after the way of
 * EBU R 128, without its weighting of pitches.
 */
export function evenLoudness({ rate, samples }: Pcm): Pcm {
  const loud = measureLoudness({ rate, samples })
  if (loud === null) return { rate, samples }
  const gain = 10 ** ((target - loud) / 20)
  return { rate, samples: samples.map((it) => limit(it * gain)) }
}

/** Decibels below full, the pauses left out; null for silence. */
export function measureLoudness({ rate, samples }: Pcm): number | null {
  const length = Math.round(windowSeconds * rate)
  const powers: number[] = []
  for (let at = 0; at < samples.length; at += length) {
    const window = samples.subarray(at, at + length)
    powers.push(window.reduce((sum, it) => sum + it * it, 0) / window.length)
  }
  const loudest = Math.max(...powers)
  if (!(loudest > 0)) return null
  const spoken = powers.filter((it) => 10 * Math.log10(loudest / it) < gate)
  return 10 * Math.log10(spoken.reduce((sum, it) => sum + it, 0) / spoken.length)
}

const top = 10 ** (ceiling / 20)
const knee = top * 0.8

/** As it is up to the knee, then bent so that it never reaches beyond the ceiling. */
function limit(sample: number): number {
  const height = Math.abs(sample)
  if (height <= knee) return sample
  return Math.sign(sample) * (knee + (top - knee) * Math.tanh((height - knee) / (top - knee)))
}
