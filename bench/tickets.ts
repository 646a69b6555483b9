import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { readConfig } from '#src/base/config.ts'
import type { Ctx } from '#src/base/ctx.ts'
import { appUrl, openDatabase } from '#src/base/db.ts'
import { findRunningPostgres } from '#src/base/embedded.ts'
import { createSealer } from '#src/base/sealed.ts'
import { readSecrets } from '#src/base/secrets.ts'
import { findOfficeBySlug } from '#src/modules/offices/index.ts'
import { callNext, readBoard, readTurns, takeTicket } from '#src/modules/queue/index.ts'
import { median, rounded } from './setting/figures.ts'
import { makeDataFolder, office, openHouse } from './setting/house.ts'
import { machine } from './setting/machine.ts'
import { openHall, type OpenHall } from './setting/open-hall.ts'
import { staffCounters, type Staffed } from './setting/staff-counters.ts'

const clients = 16
const seconds = 3
const rounds = 3
const atOnce = 50
/** Who waits in a full hall. */
const people = 500

/**
 * Numbers given and people called by sixteen clients that never pause, deeds of one process on the
 * database that the program brings, as a share of bare durable inserts of one row by as many clients,
 * in turns; how long each of fifty waits who press at the same moment; and how long the board and all
 * phones take to read with a full hall.
 */
export default async function tickets(): Promise<object> {
  const folder = makeDataFolder()
  try {
    const house = await openHouse(folder.dataDir)
    try {
      return { ...machine(), clients, rounds, seconds, ...(await measure(folder.dataDir)) }
    } finally {
      await house.stop()
    }
  } finally {
    folder.remove()
  }
}

async function measure(dataDir: string): Promise<object> {
  const secrets = readSecrets({ ...readConfig({}), dataDir })
  const ownerUrl = findRunningPostgres(dataDir, secrets.ownerPassword)
  if (!ownerUrl) throw new Error('no PostgreSQL runs on the data folder')
  const database = openDatabase(appUrl(ownerUrl, secrets.appPassword), { max: clients })
  const bare = new pg.Pool({ connectionString: ownerUrl, max: clients })
  try {
    await bare.query('create table public.bare (code text, name text, at timestamptz)')
    const world = { database, sealer: createSealer(secrets.key), now: new Date() }
    const { id: officeId } = (await findOfficeBySlug({ db: database.nation }, office))!
    const citizen = (): Ctx => ({
      ...{ db: database.forOffice(officeId), officeId, sealer: world.sealer },
      ...{ actor: { kind: 'citizen' }, now: new Date() },
    })
    const hall = await openHall(ownerUrl, 0)
    const staff = await staffCounters(ownerUrl, clients)
    const insert = () =>
      bare.query('insert into public.bare values ($1, $2, $3)', ['012', 'Nguyễn Thị A', new Date()])
    const ticket = () => give(citizen(), hall)
    await busy(ticket, 0.5)
    const measured: Record<'inserts' | 'given' | 'called', Busy>[] = []
    for (let i = 0; i < rounds; i++) {
      const inserts = await busy(insert, seconds)
      const given = await busy(ticket, seconds)
      const called = await busy((client) => call(citizen(), hall, staff[client]!), seconds)
      measured.push({ inserts, given, called })
    }
    const of = (kind: 'inserts' | 'given' | 'called') => measured.map((it) => it[kind])
    const summary = (kind: 'given' | 'called') => ({
      perSecond: rounded(median(of(kind).map((it) => it.perSecond))),
      share: rounded(median(measured.map((it) => it[kind].perSecond / it.inserts.perSecond)), 3),
      ...spread(of(kind).flatMap((it) => it.milliseconds)),
    })
    return {
      bareInsertsPerSecond: rounded(median(of('inserts').map((it) => it.perSecond))),
      tickets: summary('given'),
      calls: summary('called'),
      fiftyAtOnce: await pressTogether(citizen, hall),
      fullHall: await readAll(citizen, hall, bare),
    }
  } finally {
    await bare.end()
    await database.close()
  }
}

const give = (ctx: Ctx, hall: OpenHall) =>
  takeTicket(ctx, { clientKey: randomUUID(), serviceDayId: hall.day, source: 'kiosk' })

const call = (ctx: Ctx, hall: OpenHall, { counterId, officerId }: Staffed) =>
  callNext(
    { ...ctx, actor: { kind: 'officer', officerId, name: 'Cán bộ', rights: ['queue.run'] } },
    { clientKey: randomUUID(), serviceDayId: hall.day, counterId, finishCurrent: true },
  )

type Busy = { perSecond: number; milliseconds: number[] }

/** As many clients as there are, each going on as soon as it was answered. */
async function busy(work: (client: number) => Promise<unknown>, lasts: number): Promise<Busy> {
  const milliseconds: number[] = []
  const from = performance.now()
  const until = from + lasts * 1000
  const goOn = async (client: number) => {
    for (let now = performance.now(); now < until;) {
      await work(client)
      const then = performance.now()
      milliseconds.push(then - now)
      now = then
    }
  }
  await Promise.all(Array.from({ length: clients }, (_, client) => goOn(client)))
  const elapsed = (performance.now() - from) / 1000
  return { perSecond: milliseconds.length / elapsed, milliseconds }
}

/** Fifty people press at the same moment, ten times: numbers, errors, and how long each waited. */
async function pressTogether(citizen: () => Ctx, hall: OpenHall): Promise<object> {
  const milliseconds: number[] = []
  const numbers = new Set<number>()
  let errors = 0
  const press = async () => {
    const from = performance.now()
    try {
      numbers.add((await give(citizen(), hall)).number)
    } catch {
      errors++
    }
    milliseconds.push(performance.now() - from)
  }
  for (let i = 0; i < 10; i++) await Promise.all(Array.from({ length: atOnce }, press))
  return { pressed: 10 * atOnce, differentNumbers: numbers.size, errors, ...spread(milliseconds) }
}

/** What one change costs that everybody watches: the board, and the turns of all phones at once. */
async function readAll(citizen: () => Ctx, hall: OpenHall, owner: pg.Pool): Promise<object> {
  for (const table of ['command', 'period', 'visit'])
    await owner.query(`delete from queue.${table} where service_day_id = $1`, [hall.day])
  for (let i = 0; i < people; i++) await give(citizen(), hall)
  const serviceDayId = hall.day
  const time = async (read: () => Promise<unknown>) => {
    const milliseconds: number[] = []
    for (let i = 0; i < 40; i++) {
      const from = performance.now()
      await read()
      milliseconds.push(performance.now() - from)
    }
    return spread(milliseconds.slice(10))
  }
  return {
    people,
    board: await time(() => readBoard(citizen(), { serviceDayId })),
    turnsOfAll: await time(() => readTurns(citizen(), { serviceDayId })),
  }
}

function spread(milliseconds: number[]) {
  const sorted = milliseconds.toSorted((a, b) => a - b)
  const at = (share: number) => rounded(sorted[Math.floor((sorted.length - 1) * share)] ?? 0, 1)
  return { p50: at(0.5), p99: at(0.99), most: at(1) }
}
