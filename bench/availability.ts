import { monitorEventLoopDelay } from 'node:perf_hooks'
import { readConfig } from '#src/base/config.ts'
import type { Ctx } from '#src/base/ctx.ts'
import { appUrl, openDatabase } from '#src/base/db.ts'
import { findRunningPostgres } from '#src/base/embedded.ts'
import { createSealer } from '#src/base/sealed.ts'
import { readSecrets } from '#src/base/secrets.ts'
import { listBookableDays, listFreeTimes } from '#src/modules/queue/index.ts'
import { openMonth } from './setting/booked-month.ts'
import { rounded } from './setting/figures.ts'
import { makeDataFolder, office, openHouse, statusOf } from './setting/house.ts'
import { machine } from './setting/machine.ts'

const bookings = 600
const times = 300

/**
 * How long it takes to say which days of a month, and which times of a day, are free when 600 people
 * are booked: the two deeds together, at one connection; the longest that they kept their process from
 * anything else; and by HTTP the page of times, and another page while eight people ask for that one.
 */
export default async function availability(): Promise<object> {
  const folder = makeDataFolder()
  try {
    const house = await openHouse(folder.dataDir)
    try {
      const secrets = readSecrets({ ...readConfig({}), dataDir: folder.dataDir })
      const ownerUrl = findRunningPostgres(folder.dataDir, secrets.ownerPassword)
      if (!ownerUrl) throw new Error('no PostgreSQL runs on the data folder')
      const month = await openMonth(ownerUrl, bookings)
      const page = `${house.url}/${office}/dat-lich/${month.days[5]}`
      const home = `${house.url}/${office}`
      return {
        ...machine(),
        ...{ days: month.days.length, bookings, times },
        deeds: await timeDeeds(appUrl(ownerUrl, secrets.appPassword), secrets.key, month),
        page: await time(() => statusOf(page)),
        homeAlone: await time(() => statusOf(home)),
        homeMeanwhile: await meanwhile(page, () => time(() => statusOf(home))),
      }
    } finally {
      await house.stop()
    }
  } finally {
    folder.remove()
  }
}

async function timeDeeds(url: string, key: Buffer, month: { officeId: string; days: string[] }) {
  const database = openDatabase(url, { max: 1 })
  const ctx: Ctx = {
    db: database.forOffice(month.officeId),
    officeId: month.officeId,
    actor: { kind: 'citizen' },
    now: new Date(),
    sealer: createSealer(key),
  }
  try {
    let nth = 0
    const both = async () => {
      const serviceDayId = month.days[nth++ % month.days.length]!
      await listBookableDays(ctx, { procedureCodes: [] })
      return listFreeTimes(ctx, { serviceDayId, minutes: 15 })
    }
    for (let i = 0; i < 30; i++) await both()
    const delay = monitorEventLoopDelay({ resolution: 1 })
    delay.enable()
    const taken = await time(both)
    delay.disable()
    return { ...taken, longestBlock: rounded(delay.max / 1e6, 1) }
  } finally {
    await database.close()
  }
}

async function meanwhile<T>(page: string, work: () => Promise<T>): Promise<T> {
  const over = new AbortController()
  const askers = Array.from({ length: 8 }, async () => {
    while (!over.signal.aborted) await statusOf(page)
  })
  const result = await work()
  over.abort()
  await Promise.all(askers)
  return result
}

/** Milliseconds. */
async function time(work: () => Promise<unknown>) {
  const taken: number[] = []
  for (let i = 0; i < times; i++) {
    const from = performance.now()
    await work()
    taken.push(performance.now() - from)
  }
  taken.sort((a, b) => a - b)
  const at = (part: number) => rounded(taken[Math.floor(times * part)] ?? 0, 1)
  return { p50: at(0.5), p95: at(0.95), p99: at(0.99) }
}
