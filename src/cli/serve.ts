import { serve as listen, type ServerType } from '@hono/node-server'
import { readConfig, type Config } from '#src/base/config.ts'
import { log } from '#src/base/log.ts'
import { createSealer } from '#src/base/sealed.ts'
import { StartError } from '#src/base/start-error.ts'
import { words } from '#src/words/index.ts'
import { loadDemo } from '../../demo/load-demo.ts'
import { demoSignIns } from '../../demo/people.ts'
import { createApp } from '#src/web/app.tsx'
import { openHouseDatabase } from './open-database.ts'
import { startJobs } from './jobs.ts'
import { tell } from './tell.ts'

/**
 * Runs the house until a stop signal, then ends requests in flight, the jobs and the database, in
 * that order. A second signal stops at once.
 */
export async function serve(): Promise<number> {
  const config = readConfig()
  await requireFreePort(config)
  const house = await openHouseDatabase(config)
  const sealer = createSealer(house.secrets.key)
  const stopped = Promise.withResolvers<number>()
  try {
    const demo =
      config.demo && (await loadDemo({ database: house.database, sealer }, () => tell('demo')))
    const app = createApp({
      database: house.database,
      sealer,
      publicUrl: config.publicUrl,
      now: () => new Date(),
    })
    const server = await startListening(app.fetch, config)
    const jobs = await startJobs(house)
    greet(config, demo)
    onStopSignal(async () => {
      tell('stop')
      await closeServer(server)
      await jobs.stop()
      await house.close()
      stopped.resolve(0)
    })
    return await stopped.promise
  } catch (error) {
    await house.close()
    throw error
  }
}

function startListening(
  fetch: Parameters<typeof listen>[0]['fetch'],
  config: Config,
): Promise<ServerType> {
  return new Promise((resolve, reject) => {
    const server = listen(
      { fetch, port: config.port, ...(config.host ? { hostname: config.host } : {}) },
      () => resolve(server),
    )
    server.once('error', (error: NodeJS.ErrnoException) => reject(asPortTrouble(error, config)))
  })
}

/** Asked before the database is opened, so that the commonest trouble is said at once. */
async function requireFreePort(config: Config): Promise<void> {
  if (config.port === 0) return
  const probe = await startListening(() => new Response(), config)
  await new Promise((resolve) => probe.close(resolve))
}

function asPortTrouble(error: NodeJS.ErrnoException, config: Config): Error {
  if (!['EADDRINUSE', 'EACCES', 'EADDRNOTAVAIL'].includes(error.code ?? '')) return error
  return new StartError('port_in_use', `${config.host ?? ''}:${config.port} (${error.code})`)
}

function onStopSignal(stop: () => Promise<void>): void {
  let stopping = false
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      if (stopping) process.exit(130)
      stopping = true
      stop().catch((error: unknown) => {
        log.error({ err: error })
        process.exit(1)
      })
    })
  }
}

/** New connections are refused at once; what is being answered has ten seconds. */
async function closeServer(server: ServerType): Promise<void> {
  const closed = new Promise((resolve) => server.close(resolve))
  if ('closeIdleConnections' in server) server.closeIdleConnections()
  const late = setTimeout(
    () => 'closeAllConnections' in server && server.closeAllConnections(),
    10_000,
  )
  await closed
  clearTimeout(late)
}

function greet(config: Config, demo: boolean): void {
  const base = `http://localhost:${config.port}`
  const vi = words.vi.start.greeting
  const lines = [
    '',
    `  ${vi.open}`,
    `    ${vi.citizens}  ${base}/`,
    `    ${vi.officers}  ${base}/dang-nhap`,
    `    API           ${base}/api/v1/openapi.json`,
    ...(demo
      ? [
          '',
          `  ${vi.demo}`,
          ...demoSignIns.map((it) => `    ${it.login.padEnd(12)} ${it.password}   ${it.title}`),
        ]
      : []),
    '',
    `  ${vi.stop}`,
    '',
  ]
  process.stdout.write(lines.join('\n'))
}
