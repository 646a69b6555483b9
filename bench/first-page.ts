import { chromium, type Browser, type CDPSession, type Page } from 'playwright-core'
import { median, rounded } from './setting/figures.ts'
import { makeDataFolder, office, openHouse } from './setting/house.ts'
import { machine } from './setting/machine.ts'

const executablePath = process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium'
const opens = 5
/** "Slow 3G" of Chromium's DevTools, and a phone four times slower than this machine. */
const slow3g = {
  offline: false,
  latency: 2000,
  downloadThroughput: 50_000,
  uploadThroughput: 50_000,
}
const slowerCpu = 4

/**
 * The office's first page on a phone that was never here: everything that comes over the wire as
 * Chromium counts it, heads and all; the largest contentful paint on a slow line with a slow
 * processor; and whether the page can be read and used with script switched off.
 */
export default async function firstPage(): Promise<object> {
  const folder = makeDataFolder()
  try {
    const house = await openHouse(folder.dataDir)
    try {
      const url = `${house.url}/${office}`
      const wire = await inFreshBrowser((page, cdp) => weigh(page, cdp, url))
      const paints: number[] = []
      for (let i = 0; i < opens; i++)
        paints.push(await inFreshBrowser((page, cdp) => paint(page, cdp, url)))
      return {
        ...machine(),
        browser: await browserVersion(),
        ...wire,
        withoutScript: await inFreshBrowser((page) => readable(page, url), {
          javaScriptEnabled: false,
        }),
        largestPaints: paints.map((it) => rounded(it)),
        largestPaintMilliseconds: rounded(median(paints)),
      }
    } finally {
      await house.stop()
    }
  } finally {
    folder.remove()
  }
}

/** A browser with a profile of its own, so that nothing is remembered from the visit before. */
async function inFreshBrowser<T>(
  visit: (page: Page, cdp: CDPSession) => Promise<T>,
  options: { javaScriptEnabled?: boolean } = {},
): Promise<T> {
  const browser = await launch()
  try {
    const context = await browser.newContext({
      viewport: { width: 360, height: 740 },
      deviceScaleFactor: 2,
      ...options,
    })
    const page = await context.newPage()
    return await visit(page, await context.newCDPSession(page))
  } finally {
    await browser.close()
  }
}

function launch(): Promise<Browser> {
  const args = ['--no-sandbox', '--disable-background-networking']
  return chromium.launch({ executablePath, args })
}

async function browserVersion(): Promise<string> {
  const browser = await launch()
  const version = browser.version()
  await browser.close()
  return version
}

async function weigh(page: Page, cdp: CDPSession, url: string): Promise<object> {
  const kinds = new Map<string, string>()
  const bytes: Record<string, number> = {}
  cdp.on('Network.responseReceived', (it) => kinds.set(it.requestId, it.type))
  cdp.on('Network.loadingFinished', (it) => {
    const kind = kinds.get(it.requestId) ?? 'Other'
    bytes[kind] = (bytes[kind] ?? 0) + it.encodedDataLength
  })
  let requests = 0
  cdp.on('Network.requestWillBeSent', (it) => {
    if (!it.request.url.startsWith('data:')) requests++
  })
  await cdp.send('Network.enable')
  await page.goto(url, { waitUntil: 'networkidle' })
  // Pictures inside the page cost nothing more on the wire.
  const all = Object.values(bytes).reduce((sum, it) => sum + it, 0)
  return {
    bytesOverTheWire: all,
    bytesByKind: bytes,
    requests,
    scriptBytes: bytes['Script'] ?? 0,
    scriptsInPage: await page.locator('script').count(),
  }
}

async function paint(page: Page, cdp: CDPSession, url: string): Promise<number> {
  await cdp.send('Network.enable')
  await cdp.send('Network.emulateNetworkConditions', slow3g)
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: slowerCpu })
  await page.goto(url, { waitUntil: 'networkidle', timeout: 120_000 })
  return page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        new PerformanceObserver((list) => resolve(list.getEntries().at(-1)!.startTime)).observe({
          type: 'largest-contentful-paint',
          buffered: true,
        })
      }),
  )
}

/** Without script: the next day, the search and the ways on are there, and the search answers. */
async function readable(page: Page, url: string): Promise<boolean> {
  await page.goto(url)
  if (!(await page.locator('h1').first().isVisible())) return false
  await page.locator('input[name=q]').fill('khai sinh')
  await page.locator('input[name=q]').press('Enter')
  await page.waitForURL(/\?q=khai/)
  return (await page.locator('main ul.paths a').count()) > 0
}
