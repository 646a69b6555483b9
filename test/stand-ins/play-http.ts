import { createServer, type IncomingHttpHeaders, type IncomingMessage } from 'node:http'

/**
 * What goes wrong with a request. Before: it was not done. After: it was done, and the answer is lost or
 * spoilt on the way.
 */
export type Fault =
  | 'busy'
  | 'fault_before'
  | 'fault_after'
  | 'page_before'
  | 'page_after'
  | 'hang_up_before'
  | 'hang_up_after'
  | 'silent_before'
  | 'slow'
  | 'redirect'
  | 'endless'

export const faults: readonly Fault[] = [
  ...(['busy', 'fault_before', 'fault_after', 'page_before', 'page_after'] as const),
  ...(['hang_up_before', 'hang_up_after', 'silent_before', 'slow'] as const),
]

export type Asked = {
  method: string
  path: string
  query: URLSearchParams
  headers: IncomingHttpHeaders
  raw: Buffer
}

export type Said = {
  status?: number
  json?: unknown
  text?: string
  headers?: Record<string, string>
}

/** How often chance lets something go wrong, and what. The same seed gives the same run. */
export type Chances = { seed: number; chance: number; among?: readonly Fault[] }

export type PlayedService = {
  url: string
  /** How many requests came, also those that went wrong. */
  asked: () => number
  /** What befalls the next requests, first to last; `null` lets one through. */
  misbehave: (...next: (Fault | null)[]) => void
  /** Chance from now on; null ends it. */
  leaveToChance: (chances: Chances | null) => void
  /** How late slow answers come, in milliseconds. */
  slowness: number
  close: () => Promise<void>
}

/** A service over HTTP on a real socket that answers as told, and goes wrong as told or by chance. */
export async function playHttp(
  answer: (asked: Asked) => Said | Promise<Said>,
): Promise<PlayedService> {
  const planned: (Fault | null)[] = []
  let chances: Chances | null = null
  let roll = rolling(0)
  let asked = 0
  const next = (): Fault | null => {
    const told = planned.shift()
    if (told !== undefined) return told
    if (!chances || roll() >= chances.chance) return null
    const among = chances.among ?? faults
    return among[Math.floor(roll() * among.length)] ?? null
  }

  const server = createServer((request, response) => {
    const take = async (): Promise<void> => {
      const raw = await readBody(request)
      asked++
      const fault = next()
      const write = ({ status = 200, json, text, headers }: Said) => {
        const type = json === undefined ? 'text/html' : 'application/json'
        response.writeHead(status, { 'content-type': type, ...headers })
        response.end(json === undefined ? (text ?? '') : JSON.stringify(json))
      }
      if (fault === 'busy') return write({ status: 503, text: 'Busy' })
      if (fault === 'fault_before') return write({ status: 500, text: '<h1>Error</h1>' })
      if (fault === 'page_before') return write({ status: 403, text: '<h1>Sign in</h1>' })
      if (fault === 'redirect')
        return write({ status: 302, headers: { location: 'http://127.0.0.1:1/' } })
      if (fault === 'hang_up_before') return void request.socket.destroy()
      if (fault === 'silent_before') return
      const url = new URL(request.url ?? '/', 'http://x')
      const said = await answer({
        method: request.method ?? '',
        path: url.pathname,
        query: url.searchParams,
        headers: request.headers,
        raw,
      })
      if (fault === 'fault_after') return write({ status: 502, text: 'Bad gateway' })
      if (fault === 'page_after') return write({ text: '<h1>Welcome</h1>' })
      if (fault === 'hang_up_after') return void request.socket.destroy()
      if (fault === 'endless') return write({ text: 'a'.repeat(1_000_000) })
      if (fault === 'slow') await new Promise((resolve) => setTimeout(resolve, played.slowness))
      write(said)
    }
    take().catch(() => request.socket.destroy())
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (typeof address !== 'object' || !address) throw new Error('no port')
  const played: PlayedService = {
    url: `http://127.0.0.1:${address.port}`,
    asked: () => asked,
    misbehave: (...more) => void planned.push(...more),
    leaveToChance: (to) => {
      chances = to
      roll = rolling(to?.seed ?? 0)
    },
    slowness: 2000,
    close: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
  return played
}

async function readBody(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks)
}

/** Numbers from 0 to 1 that are the same for the same seed (mulberry32). */
function rolling(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = state
    t = Math.imul(t ^ (t >>> 15), t | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
}
