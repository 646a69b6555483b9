import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** Stands between the program and a service over HTTP, and can leave a request without its answer. */
export type Gate = {
  url: string
  /**
   * The next request for an address that ends so is never answered, or the one after `skip` more: told
   * as soon as it came, or when the service behind had done it and only its answer is missing.
   */
  leaveUnanswered: (ending: string, when: 'before' | 'after', skip?: number) => Promise<void>
  close: () => Promise<void>
}

export async function openGate(behind: string): Promise<Gate> {
  let held: { ending: string; when: 'before' | 'after'; skip: number; came: () => void } | undefined
  const pass = async (asked: IncomingMessage, to: ServerResponse) => {
    const chunks: Buffer[] = []
    for await (const chunk of asked) chunks.push(chunk as Buffer)
    const meant = held && asked.url?.endsWith(held.ending) ? held : undefined
    const hold = meant && meant.skip-- === 0 ? meant : undefined
    if (hold) held = undefined
    if (hold?.when === 'before') return hold.came()
    const headers = Object.fromEntries(
      ['content-type', 'authorization'].flatMap((name) => {
        const value = asked.headers[name]
        return typeof value === 'string' ? [[name, value]] : []
      }),
    )
    const answer = await fetch(behind + asked.url, {
      ...{ method: asked.method ?? 'POST', headers, body: Buffer.concat(chunks) },
    })
    const body = Buffer.from(await answer.arrayBuffer())
    if (hold) return hold.came()
    to.writeHead(answer.status, { 'content-type': answer.headers.get('content-type') ?? '' })
    to.end(body)
  }
  const server = createServer((asked, to) => {
    pass(asked, to).catch(() => to.destroy())
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    leaveUnanswered: (ending, when, skip = 0) =>
      new Promise((came) => {
        held = { ending, when, skip, came }
      }),
    close: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
