import { existsSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { serve, type ServerType } from '@hono/node-server'
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core'
import { afterAll, beforeAll } from 'vitest'
import { loadNationalData } from '#src/cli/load-national-data.ts'
import type { PadesWorker } from '#src/outside/pades/open-pades-worker.ts'
import type { Storage } from '#src/outside/storage/storage.ts'
import { createApp } from '#src/web/app.tsx'
import { loadDemo } from '../../demo/load-demo.ts'
import { demoSignIns } from '../../demo/people.ts'
import { useOffice, type TestOffice } from '../office.ts'
import { useShelf } from '../papers/shelf.ts'
import { usePades } from '../signing/ready-office.ts'

/** The demo office on a real server, and a real browser before it. */
export type DemoHouse = {
  url: string
  /** Behind it: to read what the database says. */
  office: TestOffice
  /** What the only clock of the house says. */
  now: Date
  storage: Storage
  pades: PadesWorker
  browser: Browser
  /** A browser of its own: a phone of 360 px, or a desk of 1280 px. */
  visit: (width: 360 | 1280, options?: { script?: boolean }) => Promise<Page>
  /** The same, signed in as one of the demo officers. */
  enter: (login: string, width?: 360 | 1280) => Promise<Page>
}

/** Eight in the morning of Friday 27 November 2026. */
export const fridayAtEight = new Date('2026-11-27T01:00:00Z')

export function useDemoHouse(): DemoHouse {
  const office = useOffice()
  const { storage, reader } = useShelf()
  const pades = usePades()
  const house = { now: fridayAtEight, office, storage, pades } as DemoHouse
  const contexts: BrowserContext[] = []
  let server: ServerType | undefined

  beforeAll(async () => {
    await office.owner.query('delete from offices.office')
    await loadNationalData(office.owner.options.connectionString!)
    const { database, sealer } = office
    await loadDemo({ database, sealer, now: house.now })
    const app = createApp({
      database,
      sealer,
      publicUrl: 'http://taicho.test',
      now: () => house.now,
      papers: { storage, reader, publicReader: reader },
      pades,
      publicPades: pades,
      demoSignIns,
    })
    const port = await new Promise<number>((resolve) => {
      server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, (it: AddressInfo) =>
        resolve(it.port),
      )
    })
    house.url = `http://127.0.0.1:${port}`
    house.browser = await chromium.launch({ executablePath: findBrowser(), args: quiet })
    house.visit = async (width, options = {}) => {
      const context = await house.browser.newContext({
        baseURL: house.url,
        viewport: { width, height: width === 360 ? 740 : 800 },
        javaScriptEnabled: options.script ?? true,
        locale: 'vi-VN',
      })
      contexts.push(context)
      return context.newPage()
    }
    house.enter = async (login, width = 1280) => {
      const page = await house.visit(width)
      const { password } = demoSignIns.find((it) => it.login === login)!
      await page.goto('/dang-nhap')
      await page.getByLabel('Tên đăng nhập').fill(login)
      await page.getByLabel('Mật khẩu').fill(password)
      await page.getByRole('button', { name: 'Đăng nhập' }).click()
      return page
    }
  })
  afterAll(async () => {
    await Promise.all(contexts.map((context) => context.close()))
    await house.browser?.close()
    await new Promise((resolve) => (server ? server.close(resolve) : resolve(undefined)))
  })
  return house
}

/** Chromium refuses its sandbox to root; it would look up its maker's hosts at every start. */
export const quiet = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** The browser that `npm test` has seen to; see scripts/prepare.mjs. */
export function findBrowser(): string {
  const found = [
    process.env.CHROMIUM_PATH,
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome',
    '/usr/bin/google-chrome-stable',
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  ].find((path) => path && existsSync(path))
  if (!found) throw new Error('no browser: npm test installs one, or set CHROMIUM_PATH')
  return found
}
