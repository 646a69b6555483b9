import pg from 'pg'
import { readConfig } from '#src/base/config.ts'
import { appUrl, openDatabase } from '#src/base/db.ts'
import { findRunningPostgres } from '#src/base/embedded.ts'
import { createSealer } from '#src/base/sealed.ts'
import { readSecrets } from '#src/base/secrets.ts'
import { createApp } from '#src/web/app.tsx'
import { openBareServer, type BarePage } from './setting/bare.ts'
import { median, rounded } from './setting/figures.ts'
import { makeDataFolder, office, openHouse, type RunningHouse } from './setting/house.ts'
import { connections, load, type Load } from './setting/load.ts'
import { machine } from './setting/machine.ts'

const rounds = 5
const seconds = 2
/** The procedures asked for most with all fields, and the list of all, 25 on a page. */
const pages = [`/${office}/thu-tuc`, `/${office}/thu-tuc?trang=1`]
/** As many connections as the house keeps to its database. */
const max = 8

/**
 * Lists of procedures with their queries, against a bare `node:http` server that runs the same
 * queries and writes the same bytes: both a process each, on one database, asked in turns. The share is the median over the rounds of house ÷ bare.
 */
export default async function listPage(): Promise<object> {
  const folder = makeDataFolder()
  try {
    const house = await openHouse(folder.dataDir)
    try {
      const measured: Record<string, object> = {}
      for (const page of pages) measured[page] = await measure(house, folder.dataDir, page)
      return { ...machine(), nationalList: folder.nationalList, connections, rounds, ...measured }
    } finally {
      await house.stop()
    }
  } finally {
    folder.remove()
  }
}

async function measure(house: RunningHouse, dataDir: string, page: string): Promise<object> {
  const parts = await takeApart(dataDir, page)
  const bare = await openBareServer(parts)
  try {
    const urls = { house: house.url + page, bare: bare.url }
    return {
      queries: parts.queries.length,
      identity: await compare(urls, 'identity'),
      gzip: await compare(urls, 'gzip'),
    }
  } finally {
    await bare.stop()
  }
}

async function compare(urls: { house: string; bare: string }, encoding: 'identity' | 'gzip') {
  for (const url of [urls.house, urls.bare]) await load(url, { seconds: 2, encoding })
  const measured: { house: Load; bare: Load }[] = []
  for (let round = 0; round < rounds; round++) {
    const bareFirst = round % 2 === 0 ? await load(urls.bare, { seconds, encoding }) : undefined
    const house = await load(urls.house, { seconds, encoding })
    measured.push({ house, bare: bareFirst ?? (await load(urls.bare, { seconds, encoding })) })
  }
  const side = (which: 'house' | 'bare') => ({
    pagesPerSecond: rounded(median(measured.map((it) => it[which].pagesPerSecond))),
    bytesPerPage: measured[0]?.[which].bytesPerPage,
    p50: rounded(median(measured.map((it) => it[which].p50)), 1),
    p95: rounded(median(measured.map((it) => it[which].p95)), 1),
  })
  const shares = measured.map((it) => it.house.pagesPerSecond / it.bare.pagesPerSecond)
  return { house: side('house'), bare: side('bare'), share: rounded(median(shares), 3) }
}

/** Shows the page once in this process, to learn the queries that it runs and the bytes it writes. */
async function takeApart(dataDir: string, page: string): Promise<BarePage> {
  const secrets = readSecrets({ ...readConfig({}), dataDir })
  const ownerUrl = findRunningPostgres(dataDir, secrets.ownerPassword)
  if (!ownerUrl) throw new Error('no PostgreSQL runs on the data folder')
  const databaseUrl = appUrl(ownerUrl, secrets.appPassword)
  const queries: BarePage['queries'] = []
  // Before the first connection: each holds on to what it asks with.
  const forget = listen((text, values) => queries.push({ text, values }))
  const database = openDatabase(databaseUrl, { max })
  try {
    const app = createApp({
      database,
      sealer: createSealer(secrets.key),
      publicUrl: 'http://localhost',
      now: () => new Date(),
    })
    // Once before: who the office is, is asked only now and then.
    await (await app.request(page)).text()
    queries.length = 0
    const answer = await app.request(page)
    const body = await answer.text()
    const asked = queries.filter((it) => !it.text.includes('set_config'))
    if (answer.status !== 200) throw new Error(`${page}: ${answer.status}`)
    if (asked.length === 0) throw new Error(`${page}: no query was heard`)
    return { databaseUrl, max, queries: asked, body }
  } finally {
    forget()
    await database.close()
  }
}

/** Hears every query that goes to the database from this process. */
function listen(hear: (text: string, values: unknown[]) => void): () => void {
  const { query } = pg.Client.prototype
  pg.Client.prototype.query = new Proxy(query, {
    apply(target, self, args: unknown[]) {
      const [asked, values] = args
      if (typeof asked === 'string') hear(asked, Array.isArray(values) ? values : [])
      else if (isNamed(asked)) hear(asked.text, asked.values)
      return Reflect.apply(target, self, args) as unknown
    },
  })
  return () => {
    pg.Client.prototype.query = query
  }
}

/** As calls of our own functions are asked for. */
function isNamed(asked: unknown): asked is { text: string; values: unknown[] } {
  return typeof asked === 'object' && asked !== null && 'text' in asked && 'values' in asked
}
