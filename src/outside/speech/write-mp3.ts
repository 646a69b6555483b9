import { setImmediate } from 'node:timers/promises'
import { createMp3Encoder } from 'wasm-media-encoders'
import type { Pcm } from './speech-engine.ts'

const bitrate = 64
const pieceSeconds = 5

/** MP3 at 64 kbit/s. Piece by piece, so that pages are answered in between. */
export async function writeMp3({ rate, samples }: Pcm): Promise<Buffer> {
  const encoder = await createMp3Encoder()
  encoder.configure({ sampleRate: rate, channels: 1, bitrate })
  const pieces: Buffer[] = []
  const length = pieceSeconds * rate
  for (let at = 0; at < samples.length; at += length) {
    // The encoder gives its own memory, which the next piece overwrites.
    pieces.push(Buffer.from(encoder.encode([samples.subarray(at, at + length)])))
    await setImmediate()
  }
  return Buffer.concat([...pieces, Buffer.from(encoder.finalize())])
}
