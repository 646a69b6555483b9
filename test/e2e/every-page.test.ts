import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { useDemoHouse } from './demo-house.ts'
import { troubles } from './troubles.ts'

const house = useDemoHouse()

/** What a browser keeps or hands on instead of showing it. */
const files = /\.(csv|xlsx|ics|rss|atom|json|mp3|wav|svg|png|pdf)$/

/** Every page that can be reached by links from here, one of each kind. */
async function crawl(page: Page, start: string[], look: (address: string) => Promise<void>) {
  const waiting = [...start]
  const seen = new Set<string>()
  while (waiting.length > 0) {
    const address = waiting.shift()!
    const kind = kindOf(address)
    if (seen.has(kind)) continue
    seen.add(kind)
    const response = await page.goto(address)
    const type = response?.headers()['content-type'] ?? ''
    expect(response?.status(), address).toBeLessThan(400)
    if (!type.startsWith('text/html')) continue
    await look(address)
    const links = await page
      .locator('a[href]')
      .evaluateAll((all) => all.map((it) => (it as HTMLAnchorElement).href))
    for (const link of links) {
      const { origin, pathname, search } = new URL(link)
      if (origin === house.url && !files.test(pathname)) waiting.push(pathname + search)
    }
  }
  return seen
}

/** Pages that differ only in whom or what they show are of one kind. */
function kindOf(address: string): string {
  const { pathname, searchParams } = new URL(address, house.url)
  const path = pathname
    .replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, ':id')
    .replaceAll(/\d\.\d{6}/g, ':code')
    .replaceAll(/\/(danh-gia|hen|cho-cho|so)\/[^/]+/g, '/$1/:token')
  return `${path}?${[...searchParams.keys()].sort().join('&')}`
}

/** What is wrong with the page at a desk and on a phone. */
async function look(page: Page): Promise<string[]> {
  const found: string[] = []
  for (const [width, height] of [
    [360, 740],
    [1280, 800],
  ] as const) {
    await page.setViewportSize({ width, height })
    found.push(...(await troubles(page)).map((it) => `${width} px: ${it}`))
  }
  return found
}

/** The pages that can be reached from here, and what is wrong with them. */
async function lookAround(page: Page, start: string[]) {
  const wrong: Record<string, string[]> = {}
  const seen = await crawl(page, start, async (address) => {
    const found = await look(page)
    if (found.length > 0) wrong[address] = found
  })
  return { seen, wrong }
}

test.concurrent('citizens: no page breaks a rule of axe or scrolls sideways', async () => {
  const page = await house.visit(1280)
  const { seen, wrong } = await lookAround(page, ['/vu-ban', '/en/vu-ban', '/dang-nhap'])
  expect(wrong).toEqual({})
  expect(seen.size).toBeGreaterThan(15)
})

test('an officer with many doors has them in one row at a desk, below who is signed in', async () => {
  const page = await house.enter('vanphong')
  const rows = await page
    .locator('.mast nav a')
    .evaluateAll((all) => new Set(all.map((it) => it.getBoundingClientRect().top)).size)
  expect(rows).toBe(1)
})

test.concurrent.each(['vanphong', 'chutich', 'quantri', 'truyenthanh', 'tinh'])(
  'officers: no page that %s can open breaks a rule of axe or scrolls sideways',
  async (login) => {
    const page = await house.enter(login)
    const start = new URL(page.url()).pathname
    const { wrong } = await lookAround(page, [start, '/tai-khoan', `/en${start}`])
    expect(wrong).toEqual({})
  },
)

test('citizens reach everything by keyboard, and see where they are', async () => {
  const page = await house.visit(1280)
  await page.goto('/vu-ban')
  const reachable = await page
    .locator('a[href], button, input:not([type=hidden]), select, summary')
    .count()
  const reached = new Set<string>()
  for (let i = 0; i < reachable + 2; i++) {
    await page.keyboard.press('Tab')
    const at = await page.evaluate(() => {
      const it = document.activeElement!
      const style = getComputedStyle(it)
      const seen = style.outlineStyle !== 'none' || style.boxShadow !== 'none'
      return { name: it.outerHTML.slice(0, 120), seen, body: it === document.body }
    })
    if (at.body) break
    expect(at.seen, at.name).toBe(true)
    reached.add(at.name)
  }
  expect(reached.size).toBeGreaterThanOrEqual(reachable - 1)
})

test('citizens read and search without script', async () => {
  const page = await house.visit(360, { script: false })
  await page.goto('/vu-ban')
  await page.getByLabel('Bà con cần làm giấy tờ gì?').fill('giay doc than')
  await page.getByRole('button', { name: 'Tìm' }).click()
  await expect.poll(() => page.textContent('main')).toContain('Giấy xác nhận độc thân')
})
