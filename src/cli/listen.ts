import { serve, type ServerType } from '@hono/node-server'
import type { Config } from '#src/base/config.ts'
import { StartError } from '#src/base/start-error.ts'

type Fetch = Parameters<typeof serve>[0]['fetch']
type Address = Pick<Config, 'port' | 'host'>

/** Listens on HOST and PORT; an address that cannot be had is a StartError. */
export function startListening(fetch: Fetch, { port, host }: Address): Promise<ServerType> {
  return new Promise((resolve, reject) => {
    const server = serve({ fetch, port, ...(host ? { hostname: host } : {}) }, () =>
      resolve(server),
    )
    server.once('error', (error: NodeJS.ErrnoException) => {
      const known = ['EADDRINUSE', 'EACCES', 'EADDRNOTAVAIL'].includes(error.code ?? '')
      const detail = `${host ?? ''}:${port} (${error.code})`
      reject(known ? new StartError('port_in_use', detail) : error)
    })
  })
}

/** Asked before the database is opened, so that the commonest trouble is said at once. */
export async function requireFreePort(address: Address): Promise<void> {
  if (address.port === 0) return
  const probe = await startListening(() => new Response(), address)
  await new Promise((resolve) => probe.close(resolve))
}

/** New connections are refused at once; what is being answered has ten seconds. */
export async function closeServer(server: ServerType): Promise<void> {
  const closed = new Promise((resolve) => server.close(resolve))
  // A browser keeps its connection open after the answer; nothing more will come over it.
  const sweep = setInterval(
    () => 'closeIdleConnections' in server && server.closeIdleConnections(),
    50,
  )
  const late = setTimeout(
    () => 'closeAllConnections' in server && server.closeAllConnections(),
    10_000,
  )
  await closed
  clearInterval(sweep)
  clearTimeout(late)
}
