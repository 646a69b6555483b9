import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import pg from 'pg'
import { z } from 'zod'
import { readConfig } from '#src/base/config.ts'
import { findRunningPostgres } from '#src/base/embedded.ts'
import { rootDir } from '#src/base/root-dir.ts'
import { readSecrets } from '#src/base/secrets.ts'
import { bookingLoad, type Told } from './setting/booking-load.ts'
import { keepCounters, limitDay, openBusyMonth, type BusyMonth } from './setting/busy-month.ts'
import { median, rounded } from './setting/figures.ts'
import { makeDataFolder, office, openHouse, openSecondHouse } from './setting/house.ts'
import { machine } from './setting/machine.ts'

const rounds = 5
const seconds = 3
const connections = 16

/**
 * Bookings of different seats by sixteen clients over HTTP, against a bare `node:http` server that
 * does one durable insert a request: a process each, on one database, asked in turns. A booking is two
 * posts, as a phone without script sends them: the time and phone, which holds the seat, and the name,
 * which books it. The share is the median over the rounds of house ÷ bare. Before that two hundred
 * people at once for a hundred seats, through two processes of the house on that database.
 */
export default async function bookings(): Promise<object> {
  const folder = makeDataFolder()
  try {
    const house = await openHouse(folder.dataDir)
    try {
      const ownerUrl = findOwnerUrl(folder.dataDir)
      const month = await openBusyMonth(ownerUrl, 22)
      const bare = await openInsertServer(ownerUrl)
      try {
        const twoHundredForAHundred = await rush(folder.dataDir, ownerUrl, house.url, month)
        await keepCounters(ownerUrl, 40)
        return {
          ...machine(),
          ...{ connections, rounds, seconds, twoHundredForAHundred },
          aMonthOfDays: await compare(ownerUrl, house.url, bare.url, month),
          oneDay: await compare(ownerUrl, house.url, bare.url, month, true),
          // Last: it fills what is left of the days.
          bookingAlone: await compareBooking(house.url, bare.url, month),
        }
      } finally {
        await bare.stop()
      }
    } finally {
      await house.stop()
    }
  } finally {
    folder.remove()
  }
}

let asked = 0

/** Only the post that books, of people who have filled in the form of their hold by now. */
async function compareBooking(house: string, bare: string, month: BusyMonth) {
  const shares: number[] = []
  const measured: Told[] = []
  for (let nth = 0; nth < rounds; nth++) {
    const plan = { office, days: month.days, starts: month.starts, connections, seconds }
    const [first, second] = [asked, asked + 1_000_000]
    asked += 2_000_000
    const books = () => bookingLoad({ ...plan, urls: [house], first, heldBefore: 4000 })
    const inserts = () => bookingLoad({ ...plan, urls: [bare], first: second, bare: true })
    const before = nth % 2 === 0 ? await inserts() : undefined
    const booked = await books()
    measured.push(booked)
    shares.push(rate(booked, 'booked') / rate(before ?? (await inserts()), '303'))
  }
  return {
    bookingsPerSecond: rounded(median(measured.map((it) => rate(it, 'booked')))),
    book: spread(measured.flatMap((it) => it.milliseconds.book)),
    shares: shares.map((it) => rounded(it, 3)),
    share: rounded(median(shares), 3),
  }
}

/** With `oneDay`, all sixteen book on one and the same day, another in each round. */
async function compare(
  ownerUrl: string,
  house: string,
  bare: string,
  month: BusyMonth,
  oneDay = false,
) {
  // Days of their own: whoever comes later finds none of them full.
  const ours = month.days.slice(0, -1)
  const left = oneDay ? ours.slice(0, 7) : ours.slice(7)
  const round = async (url: string, isBare: boolean, lasts: number) => {
    const first = asked
    asked += 1_000_000
    const days = oneDay && !isBare ? left.splice(0, 1) : left
    const { starts } = month
    const plan = { urls: [url], office, days, starts, connections, seconds: lasts, first }
    return bookingLoad({ ...plan, bare: isBare })
  }
  await round(house, false, 3)
  await round(bare, true, 1)
  // What autovacuum does within the minute of a table that grows: until then plans are those of an
  // empty one.
  await analyze(ownerUrl)
  const measured: { house: Told; bare: Told }[] = []
  for (let nth = 0; nth < rounds; nth++) {
    const before = nth % 2 === 0 ? await round(bare, true, seconds) : undefined
    const booked = await round(house, false, seconds)
    measured.push({ house: booked, bare: before ?? (await round(bare, true, seconds)) })
  }
  const shares = measured.map((it) => rate(it.house, 'booked') / rate(it.bare, '303'))
  return {
    bookingsPerSecond: rounded(median(measured.map((it) => rate(it.house, 'booked')))),
    otherAnswers: measured.flatMap((it) =>
      Object.entries(it.house.answers).filter(([answer]) => answer !== 'booked'),
    ),
    hold: spread(measured.flatMap((it) => it.house.milliseconds.hold)),
    book: spread(measured.flatMap((it) => it.house.milliseconds.book)),
    both: spread(measured.flatMap((it) => it.house.milliseconds.both)),
    bare: {
      insertsPerSecond: rounded(median(measured.map((it) => rate(it.bare, '303')))),
      ...spread(measured.flatMap((it) => it.bare.milliseconds.both)),
    },
    shares: shares.map((it) => rounded(it, 3)),
    share: rounded(median(shares), 3),
  }
}

/** A hundred seats: a day that has room for so many, and two times of it that everybody wants. */
async function rush(dataDir: string, ownerUrl: string, first: string, month: BusyMonth) {
  const second = await openSecondHouse(dataDir, ownerUrl)
  try {
    const day = month.days.at(-1)!
    const seats = 100
    await limitDay(ownerUrl, day, seats)
    const told = await bookingLoad({
      urls: [first, second.url],
      office,
      days: [day],
      starts: ['17:50', '17:55'],
      connections: 200,
      seconds: 60,
      people: 200,
      first: 90_000_000,
    })
    return { seats, answers: told.answers, milliseconds: spread(told.milliseconds.hold) }
  } finally {
    await second.stop()
  }
}

async function analyze(ownerUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  await client.query('analyze')
  await client.end()
}

function rate(told: Told, answer: string): number {
  return (told.answers[answer] ?? 0) / told.elapsed
}

function spread(milliseconds: number[]) {
  const sorted = milliseconds.toSorted((a, b) => a - b)
  const at = (part: number) => rounded(sorted[Math.floor(sorted.length * part)] ?? 0, 1)
  return { p50: at(0.5), p99: at(0.99) }
}

function findOwnerUrl(dataDir: string): string {
  const { ownerPassword } = readSecrets({ ...readConfig({}), dataDir })
  const url = findRunningPostgres(dataDir, ownerPassword)
  if (!url) throw new Error('no PostgreSQL runs on the data folder')
  return url
}

async function openInsertServer(databaseUrl: string) {
  const script = join(rootDir, 'bench/setting/insert-server.ts')
  const child = spawn(process.execPath, [script, databaseUrl], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ended = once(child, 'exit')
  const [line] = (await once(child.stdout, 'data')) as [Buffer]
  const { port } = z.object({ port: z.number() }).parse(JSON.parse(line.toString()))
  const stop = async () => {
    child.kill()
    await ended
  }
  return { url: `http://127.0.0.1:${port}`, stop }
}
