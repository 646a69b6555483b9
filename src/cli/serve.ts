import { readConfig, type Config } from '#src/base/config.ts'
import { log } from '#src/base/log.ts'
import { createSealer } from '#src/base/sealed.ts'
import { StartError } from '#src/base/start-error.ts'
import { words } from '#src/words/index.ts'
import { loadDemo } from '../../demo/load-demo.ts'
import { demoSignIns } from '../../demo/people.ts'
import { openComposer } from '#src/modules/certification/index.ts'
import { openReader } from '#src/modules/papers/index.ts'
import { openPadesWorker } from '#src/outside/pades/open-pades-worker.ts'
import { createApp } from '#src/web/app.tsx'
import { openSpeech } from '#src/outside/speech/open-speech.ts'
import type { MakeSound } from '#src/errands/push-to-loudspeakers.ts'
import { endStreams } from '#src/web/live.ts'
import { makeSound as makeBulletinSound } from '#src/web/speech/make-sound.ts'
import { requireNotRunning } from './data-dir-lock.ts'
import { startJobs } from './jobs.ts'
import { closeServer, requireFreePort, startListening } from './listen.ts'
import { listSignIns } from './list-sign-ins.ts'
import { openHouseDatabase, type OpenDatabase } from './open-database.ts'
import { openStorage } from './open-storage.ts'
import { startDeliveries } from './start-deliveries.ts'
import { tell } from './tell.ts'

/**
 * Runs the house until a stop signal, then ends requests in flight, the jobs and the database, in
 * that order. A second signal stops at once. A signal that comes before the house is open cuts the
 * start short; the next start takes it up again.
 */
export async function serve(): Promise<number> {
  const config = readConfig()
  const stop = onStopSignal()
  requireNotRunning(config.dataDir)
  await requireFreePort(config)
  try {
    const house = await openHouseDatabase(config, { signal: stop.signal })
    try {
      await serveUntil(stop.signal, house, config)
    } finally {
      await house.close()
    }
    return 0
  } catch (error) {
    if (!stop.signal.aborted) throw error
    log.debug({ err: error }, 'start cut short')
    return 0
  }
}

async function serveUntil(signal: AbortSignal, house: OpenDatabase, config: Config): Promise<void> {
  const { database, ownerUrl, secrets } = house
  const sealer = createSealer(secrets.key)
  signal.addEventListener('abort', house.abandon)
  const demo = config.demo && (await loadDemo({ database, sealer }, () => tell('demo')))
  signal.removeEventListener('abort', house.abandon)
  const storage = openStorage(config)
  const reader = openReader()
  // A reader of their own, so that curious citizens never keep the desk waiting.
  const publicReader = openReader({ mostWaiting: 6 })
  const pades = openPadesWorker()
  const composer = openComposer()
  const publicPades = openPadesWorker({ threads: 1, mostWaiting: 6, milliseconds: 5_000 })
  const speech = openSpeech(config)
  const app = createApp({
    database,
    sealer,
    publicUrl: config.publicUrl,
    now: () => new Date(),
    papers: { storage, reader, publicReader },
    pades,
    publicPades,
    pkcs11Libraries: config.pkcs11Libraries,
    composer,
    speech,
    demoSignIns,
  })
  if (signal.aborted) return
  const server = await startListening(app.fetch, config)
  greet(config, demo)
  const { publicUrl } = config
  const shop = { storage, pades, composer, publicUrl }
  const makeSound: MakeSound = (ctx, it) => makeBulletinSound(ctx, { speech }, it)
  const own = { ownerUrl, database, sealer, makeSound }
  const jobs = startJobs({ ...own, ...shop }).catch((error: unknown) => {
    // People are served all the same; the next start tries again.
    log.error({ err: error }, 'jobs did not start')
  })
  const deliveries = startDeliveries({ database, sealer })
  try {
    await Promise.race([stopAsked(signal), house.lost.then(loseHeart)])
  } finally {
    endStreams(database)
    await closeServer(server)
    await (await jobs)?.stop()
    await deliveries.stop()
    reader.close()
    publicReader.close()
    pades.close()
    publicPades.close()
    composer.close()
  }
}

function stopAsked(signal: AbortSignal): Promise<unknown> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve(undefined)
    signal.addEventListener('abort', resolve)
  })
}

function loseHeart(reason: string): never {
  throw new StartError('database_lost', reason)
}

function onStopSignal(): AbortController {
  const stop = new AbortController()
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(name, () => {
      if (stop.signal.aborted) process.exit(130)
      tell('stop')
      stop.abort()
    })
  }
  return stop
}

function greet(config: Config, demo: boolean): void {
  const base = `http://localhost:${config.port}`
  const vi = words.vi.start.greeting
  const lines = [
    '',
    `  ${vi.open}`,
    `    ${vi.citizens}  ${base}/`,
    `    ${vi.officers}  ${base}/dang-nhap`,
    `    API        ${base}/api/v1/openapi.json`,
    ...(demo ? ['', `  ${vi.demo}`, ...listSignIns()] : []),
    '',
    `  ${vi.stop}`,
    '',
  ]
  process.stdout.write(lines.join('\n'))
}
