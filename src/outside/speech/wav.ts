import type { Pcm } from './speech-engine.ts'

const headLength = 44

/**
 * Reads a WAV of 16-bit samples for one ear. A program that writes to a pipe cannot know how long its
 * sound will be and says a length beyond the end: what is there counts.
 */
export function readWav(bytes: Buffer): Pcm {
  if (bytes.toString('latin1', 0, 4) !== 'RIFF' || bytes.toString('latin1', 8, 12) !== 'WAVE')
    throw new Error('not a WAV')
  let rate = 0
  for (let at = 12; at + 8 <= bytes.length;) {
    const [name, length] = [bytes.toString('latin1', at, at + 4), bytes.readUInt32LE(at + 4)]
    if (name === 'fmt ') {
      if (bytes.readUInt16LE(at + 8) !== 1 || bytes.readUInt16LE(at + 10) !== 1)
        throw new Error('not a WAV of plain samples for one ear')
      rate = bytes.readUInt32LE(at + 12)
    }
    if (name === 'data') {
      const end = Math.min(at + 8 + length, bytes.length)
      const samples = new Float32Array((end - at - 8) >> 1)
      for (let i = 0; i < samples.length; i++)
        samples[i] = bytes.readInt16LE(at + 8 + i * 2) / 0x8000
      return { rate, samples }
    }
    at += 8 + length + (length % 2)
  }
  throw new Error('a WAV without sound')
}

export function writeWav({ rate, samples }: Pcm): Buffer {
  const bytes = Buffer.alloc(headLength + samples.length * 2)
  bytes.write('RIFF', 0, 'latin1')
  bytes.writeUInt32LE(bytes.length - 8, 4)
  bytes.write('WAVEfmt ', 8, 'latin1')
  bytes.writeUInt32LE(16, 16)
  bytes.writeUInt16LE(1, 20)
  bytes.writeUInt16LE(1, 22)
  bytes.writeUInt32LE(rate, 24)
  bytes.writeUInt32LE(rate * 2, 28)
  bytes.writeUInt16LE(2, 32)
  bytes.writeUInt16LE(16, 34)
  bytes.write('data', 36, 'latin1')
  bytes.writeUInt32LE(samples.length * 2, 40)
  for (let i = 0; i < samples.length; i++)
    bytes.writeInt16LE(Math.round(samples[i]! * 0x7fff), headLength + i * 2)
  return bytes
}
