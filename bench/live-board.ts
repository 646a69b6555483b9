import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { readConfig } from '#src/base/config.ts'
import { findRunningPostgres } from '#src/base/embedded.ts'
import { readSecrets } from '#src/base/secrets.ts'
import { rounded } from './setting/figures.ts'
import { makeDataFolder, office, openHouse } from './setting/house.ts'
import { machine } from './setting/machine.ts'
import { readMemory } from './setting/memory.ts'
import { openHall, type OpenHall } from './setting/open-hall.ts'
import { openPage, type OpenPage } from './setting/open-page.ts'
import { signIn } from './setting/sign-in.ts'

const boards = 250
const phones = 250
const calls = 60
/** Who is called meanwhile; the phones belong to those who wait behind them. */
const called = calls + 10

/**
 * Five hundred pages open on one process, boards of the hall and phones of those who wait, while an
 * officer calls one person after the other over HTTP. Measured from the officer's press until the
 * call stands in each page's stream; and the memory of the house with and without the pages.
 */
export default async function liveBoard(): Promise<object> {
  const folder = makeDataFolder()
  try {
    const house = await openHouse(folder.dataDir)
    try {
      const cookie = await signIn(house.url)
      const hall = await openHall(findOwnerUrl(folder.dataDir), called + phones)
      const press = () => callNext(house.url, cookie, hall)
      // The first calls and pages compile what the later ones run, and let the heap grow once.
      const fresh = memoryOf(house.pid)
      for (let i = 0; i < 5; i++) await press()
      for (const page of await openAll(house.url, hall)) page.stop()
      await pause(2000)
      const before = memoryOf(house.pid)
      const pages = await openAll(house.url, hall)
      await pause(1000)
      const open = memoryOf(house.pid)
      const milliseconds: number[] = []
      const last: number[] = []
      for (let i = 0; i < calls; i++) {
        const turned = pages.map((page) => page.turns())
        const from = performance.now()
        await press()
        const took = (await Promise.all(turned)).map((at) => at - from)
        milliseconds.push(...took)
        last.push(Math.max(...took))
        await pause(50)
      }
      const afterCalls = memoryOf(house.pid)
      for (const page of pages) page.stop()
      await pause(2000)
      return {
        ...machine(),
        ...{ boards, phones, calls },
        arrivals: milliseconds.length,
        milliseconds: spread(milliseconds),
        untilTheLastPage: spread(last),
        houseMegabytes: { fresh, before, open, afterCalls, closed: memoryOf(house.pid) },
        kilobytesPerPage: rounded(((open - before) * 1024) / pages.length, 1),
        kilobytesPerPageAfterCalls: rounded(((afterCalls - before) * 1024) / pages.length, 1),
      }
    } finally {
      await house.stop()
    }
  } finally {
    folder.remove()
  }
}

async function openAll(url: string, hall: OpenHall): Promise<OpenPage[]> {
  const board = `${url}/${office}/bang-so/luong`
  const pages: OpenPage[] = []
  for (let i = 0; i < boards; i++) pages.push(await openPage(board, markOfBoard))
  for (const token of hall.tokens.slice(called))
    pages.push(await openPage(`${url}/${office}/so/${token}/luong`, markOfPhone))
  return pages
}

function markOfBoard(html: string): string {
  return /data-call="([^"]+)"/.exec(html)?.[1] ?? ''
}

/** How many are before them, in words. */
function markOfPhone(html: string): string {
  return /<p class="code">([^<]*)</.exec(html)?.[1] ?? html
}

async function callNext(url: string, cookie: string, hall: OpenHall): Promise<void> {
  const answer = await fetch(`${url}/ban/hang/moi-tiep`, {
    method: 'POST',
    headers: { cookie, origin: url, accept: 'application/json' },
    body: new URLSearchParams({ clientKey: randomUUID(), day: hall.day, counter: hall.counter }),
  })
  if (!answer.ok) throw new Error(`call: ${answer.status} ${await answer.text()}`)
  await answer.arrayBuffer()
}

/** Of the program alone: its PostgreSQL does not know how many pages are open. */
function memoryOf(pid: number): number {
  const { byName } = readMemory(pid)
  return Object.entries(byName)
    .filter(([name]) => !name.startsWith('postgres'))
    .reduce((sum, [, megabytes]) => sum + megabytes, 0)
}

function findOwnerUrl(dataDir: string): string {
  const { ownerPassword } = readSecrets({ ...readConfig({}), dataDir })
  const found = findRunningPostgres(dataDir, ownerPassword)
  if (!found) throw new Error('the database of the house is not running')
  return found
}

function spread(milliseconds: number[]) {
  const sorted = milliseconds.toSorted((a, b) => a - b)
  const at = (share: number) => rounded(sorted[Math.ceil(sorted.length * share) - 1] ?? 0, 1)
  return { p50: at(0.5), p99: at(0.99), most: at(1) }
}
