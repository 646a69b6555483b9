import { randomBytes } from 'node:crypto'
import { playHttp, type PlayedService } from './play-http.ts'

export type Aired = {
  title: string
  at: string[]
  repeats: number
  priority: string
  clusters: string[]
  sound: Buffer
}

export type LoudspeakerStandIn = PlayedService & {
  system: { address: string; key: string }
  /** What it would air, by our id. */
  planned: Map<string, Aired>
}

/** An IP loudspeaker system on a real socket: takes MP3 with its plan under our id, and forgets it again. */
export async function playLoudspeaker(): Promise<LoudspeakerStandIn> {
  const key = randomBytes(16).toString('hex')
  const planned = new Map<string, Aired>()
  const played = await playHttp(({ method, path, headers, raw }) => {
    if (headers.authorization !== `Bearer ${key}`) return { status: 401 }
    const id = /^\/ban-tin\/(.+)$/.exec(path)?.[1]
    if (id === undefined) return { status: 404 }
    if (method === 'DELETE') return { status: planned.delete(id) ? 204 : 404 }
    if (method !== 'PUT' || headers['content-type'] !== 'audio/mpeg') return { status: 415 }
    // A frame of MPEG audio, or a tag before it (ID3).
    const isSound =
      (raw[0] === 0xff && (raw[1]! & 0xe0) === 0xe0) || raw.toString('latin1', 0, 3) === 'ID3'
    if (!isSound) return { status: 422 }
    const said = JSON.parse(decodeURIComponent(String(headers['x-airing']))) as Omit<Aired, 'sound'>
    planned.set(id, { ...said, sound: raw })
    return { status: 204 }
  })
  return Object.assign(played, { system: { address: `${played.url}/ban-tin`, key }, planned })
}
