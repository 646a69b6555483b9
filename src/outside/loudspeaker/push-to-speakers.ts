import { askOverHttp } from '../messages/ask-over-http.ts'

/** What an IP loudspeaker system is to air. */
export type Airing = {
  /** Ours: the same again replaces what the system has under it, so that pushing twice airs once. */
  id: string
  title: string
  /** The moments at which it is to be aired; one that has just passed means at once. */
  at: readonly Date[]
  /** How often one after the other. */
  repeats: number
  priority: 'usual' | 'high' | 'urgent'
  /** Names of the clusters; all when empty. */
  clusters: readonly string[]
  sound: Uint8Array
}

export type Pushed = 'taken' | 'unreachable' | 'refused' | 'key_wrong'

/** A system on the commune's own wires may be slow; a bulletin of five minutes is 2.4 MB. */
const patience = 60_000

/**
 * Hands a bulletin's sound to a loudspeaker system: a PUT of the MP3 to `{address}/{id}`, what is to be
 * done with it in the header `X-Airing` as JSON (percent-encoded, since headers are ASCII), the key as a
 * bearer token. Putting the same twice is putting it once.
 */
export async function pushToSpeakers(
  system: { address: string; key: string },
  { sound, id, ...airing }: Airing,
  signal: AbortSignal = AbortSignal.timeout(patience),
): Promise<Pushed> {
  const headers = {
    authorization: `Bearer ${system.key}`,
    'content-type': 'audio/mpeg',
    'x-airing': encodeURIComponent(JSON.stringify(airing)),
  }
  return ask({ url: urlOf(system, id), method: 'PUT', headers, body: sound }, signal)
}

/** Tells a loudspeaker system to forget a bulletin that was called off. What it never had is forgotten too. */
export async function removeFromSpeakers(
  system: { address: string; key: string },
  id: string,
  signal: AbortSignal = AbortSignal.timeout(patience),
): Promise<Pushed> {
  const headers = { authorization: `Bearer ${system.key}` }
  return ask({ url: urlOf(system, id), method: 'DELETE', headers }, signal, [404, 410])
}

async function ask(
  asked: Parameters<typeof askOverHttp>[0],
  signal: AbortSignal,
  fine: readonly number[] = [],
): Promise<Pushed> {
  const answer = await askOverHttp(asked, signal)
  if (answer.got !== 'answer') return 'unreachable'
  const { status } = answer
  if ((status >= 200 && status < 300) || fine.includes(status)) return 'taken'
  if (status === 401 || status === 403) return 'key_wrong'
  return status >= 500 || status === 429 || status === 408 ? 'unreachable' : 'refused'
}

function urlOf(system: { address: string }, id: string): string {
  return `${system.address.replace(/\/$/, '')}/${encodeURIComponent(id)}`
}
