import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page, Request } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { useDemoHouse } from './demo-house.ts'

const house = useDemoHouse()
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** Of today only: the demo has lived through other days. */
const todays = `service_day_id = (select id from service_days.service_day where state = 'open')`
const strip = (page: Page) => page.locator('.line-strip [role=status]').innerText()
const front = (page: Page) => page.locator('.line-front').innerText()
const rows = async <T>(query: string) =>
  (await house.office.owner.query(query)).rows as unknown as T[]
const count = async (query: string) => Number((await rows<{ count: string }>(query))[0]!.count)

beforeAll(async () => {
  const page = await house.enter('vanphong')
  await page.goto('/ban')
  await page
    .getByRole('button', { name: /Mở ngày phục vụ/ })
    .first()
    .click()
  await page.waitForLoadState()
})

/** An officer at a counter, with a clock that the test can move on. */
async function sitAt(login: string, counter: string): Promise<Page> {
  const page = await house.enter(login)
  await page.clock.install({ time: house.now })
  await page.goto('/ban/hang')
  const sit = page.getByRole('button', { name: new RegExp(`^${counter}`) })
  await expect.poll(() => page.locator('.line-strip.joined').count()).toBe(1)
  if ((await sit.count()) > 0) await sit.click()
  await expect.poll(() => page.locator('.line-strip-counter').innerText()).toContain(counter)
  await expect.poll(() => keptIn(page, 'letter')).not.toBeNull()
  // The frame of the page is kept before anything is cut.
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => true))
  return page
}

const keptIn = (page: Page, end: string) =>
  page.evaluate((end) => {
    const key = Object.keys(localStorage).find((it) => it.endsWith(`:${end}`))
    return key === undefined ? null : localStorage.getItem(key)
  }, end)

/** The same moment for the server, and for the clock of the page. */
async function pass(page: Page, seconds: number) {
  house.now = new Date(house.now.getTime() + seconds * 1000)
  await page.clock.fastForward(seconds * 1000)
}

async function press(page: Page, key: string) {
  await page.clock.fastForward(1000)
  await page.keyboard.press(key)
}

/** People who take a number before anything happens. */
async function giveNumbers(page: Page, times: number) {
  const day = await page.locator('input[name=day]').first().inputValue()
  for (let i = 0; i < times; i++) {
    const form = { clientKey: randomUUID(), day }
    const headers = { origin: house.url, accept: 'application/json' }
    const given = await page.request.post('/ban/hang/phat-so', { form, headers })
    expect(given.status()).toBe(200)
  }
}

async function handOut(page: Page, times: number) {
  const first = await page.locator('#phat-ten').count()
  expect(first).toBe(1)
  for (let i = 0; i < times; i++) {
    const before = await page.locator('.aside .line-number').allInnerTexts()
    await press(page, 'F10')
    await expect.poll(() => page.locator('.aside .line-number').allInnerTexts()).not.toEqual(before)
  }
}

async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axe)
  return page.evaluate(async () => {
    const runner = globalThis as unknown as {
      axe: { run: () => Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> }
    }
    const { violations } = await runner.axe.run()
    return violations.map((it) => `${it.id}: ${it.nodes.map((node) => node.html).join(' | ')}`)
  })
}

test('cut off for ten minutes a desk calls and hands out twenty numbers, and nothing is lost or doubled', async () => {
  const one = await sitAt('vanphong', 'Quầy 1')
  const two = await sitAt('tuphap', 'Quầy 2')
  await giveNumbers(one, 16)
  await expect.poll(() => one.locator('ol.line-list > li').count()).toBe(16)
  await expect.poll(() => strip(one)).toContain('Đã nối')
  await expect.poll(() => two.locator('ol.line-list > li').count()).toBe(16)

  await one.context().setOffline(true)
  await expect
    .poll(() => strip(one))
    .toBe('Mất mạng từ 8 giờ — đang gọi số tại chỗ, 0 việc chưa nối')
  expect(await violations(one)).toEqual([])

  // Its own share is called, number by number; the other counter is online and calls on.
  const called: string[] = []
  for (let i = 0; i < 6; i++) {
    await pass(one, 30)
    await press(one, 'F2')
    await expect.poll(() => front(one)).toContain('Đang mời')
    called.push(await one.locator('.line-front .line-number').innerText())
    await press(one, 'F4')
    await expect.poll(() => front(one)).toContain('Đang làm')
    if (i % 2 === 0) await press(two, 'F2')
  }
  expect(called).toEqual(['001', '003', '005', '007', '009', '011'])
  await handOut(one, 10)
  expect(await one.locator('.aside .line-number').innerText()).toBe('A10')
  expect(await strip(one)).toContain('22 việc chưa nối')
  expect(await one.locator('.line-list .tag.hot').first().innerText()).toBe(
    'chưa nối, chỉ ở máy này',
  )

  // As on a phone: whole, and nothing to the side.
  await one.setViewportSize({ width: 360, height: 740 })
  expect(await violations(one)).toEqual([])
  expect(
    await one.evaluate(() => document.documentElement.scrollWidth - document.body.clientWidth),
  ).toBe(0)
  await one.setViewportSize({ width: 1280, height: 800 })

  // Loaded again while still cut off, it goes on where it was.
  await one.reload()
  await expect.poll(() => strip(one)).toContain('22 việc chưa nối')
  expect(await front(one)).toContain('011')
  for (let i = 0; i < 4; i++) {
    await pass(one, 105)
    await press(one, 'F2')
    await expect.poll(() => front(one)).toContain('Đang mời')
    called.push(await one.locator('.line-front .line-number').innerText())
    await press(one, 'F4')
    await expect.poll(() => front(one)).toContain('Đang làm')
  }
  expect(called.slice(6)).toEqual(['013', '015', 'A01', 'A02'])
  expect(await strip(one)).toBe('Mất mạng từ 8 giờ — đang gọi số tại chỗ, 30 việc chưa nối')

  // The connection is back. What is sent is held back for a moment to read the strip.
  let release: () => void = () => undefined
  const held = new Promise<void>((resolve) => (release = resolve))
  let sent: Request | null = null
  await one.route('**/ban/hang/noi-lai', async (route) => {
    sent = route.request()
    await held
    await route.continue()
  })
  await one.context().setOffline(false)
  await one.clock.fastForward(6000)
  await expect.poll(() => strip(one)).toBe('Đang nối lại…')
  release()
  await expect.poll(() => strip(one), { timeout: 15_000 }).toBe('Đã nối')
  expect(await violations(one)).toEqual([])

  // Each of the thirty is answered: those of the people whom the other counter had called are not done.
  const became = await one.getByRole('region', { name: 'Sau khi nối lại' }).innerText()
  expect(became).toContain('không ghi')
  expect(await one.locator('.line-joined li').count()).toBe(30)
  expect(
    await one.evaluate(() => Object.keys(localStorage).filter((it) => /:do:/.test(it))),
  ).toEqual([])

  const line = () =>
    rows<{ code: string; kind: string; calls: number }>(`
      select v.series || v.number as code,
             (select kind::text from queue.period p
               where p.visit_id = v.id and to_at is null and not undone) as kind,
             (select count(*)::int from queue.period p
               where p.visit_id = v.id and p.kind = 'called' and not undone) as calls
        from queue.visit v where ${todays} order by v.series, v.number`)
  const after = await line()
  expect(after.map((it) => it.code)).toEqual([
    ...Array.from({ length: 16 }, (_, i) => String(i + 1)),
    ...Array.from({ length: 10 }, (_, i) => `A${i + 1}`),
  ])
  expect(Math.max(...after.map((it) => it.calls))).toBe(1)
  const calledOnce = after.filter((it) => it.calls === 1).map((it) => it.code)
  for (const code of called.map((it) => it.replace(/^0+/, '').replace(/^A0/, 'A')))
    expect(calledOnce).toContain(code)
  // Whoever was neither called here nor there still waits.
  expect(after.filter((it) => it.calls === 0).every((it) => it.kind === 'waiting')).toBe(true)
  expect(
    await count(
      `select count(*) from queue.command where ${todays} and on_the_spot and kind in ('call', 'start', 'ticket')`,
    ),
  ).toBe(30)

  // Sent once more, because the answer might have been lost: nothing changes.
  const commands = await count(`select count(*) from queue.command where ${todays}`)
  const periods = await count(`select count(*) from queue.period where ${todays}`)
  const body = (sent as Request | null)!.postData()!
  const again = await one.evaluate(async (body) => {
    const response = await fetch('/ban/hang/noi-lai', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body,
    })
    return response.status
  }, body)
  expect(again).toBe(200)
  expect(await count(`select count(*) from queue.command where ${todays}`)).toBe(commands)
  expect(await count(`select count(*) from queue.period where ${todays}`)).toBe(periods)
  expect(await line()).toEqual(after)

  await one.getByRole('button', { name: 'Đã xem, cất đi' }).click()
  expect(await one.getByRole('region', { name: 'Sau khi nối lại' }).count()).toBe(0)
})

test('an answer that was lost on the way calls nobody twice, and gives no number that nobody holds', async () => {
  const page = await sitAt('vanphong', 'Quầy 1')
  const people = await count(`select count(*) from queue.visit where ${todays}`)
  // The server has it, the page never hears: the worst moment to be cut off.
  const loseAnswer = async (pattern: string) => {
    await page.route(pattern, async (route) => {
      await route.fetch()
      await route.abort()
    })
  }
  await loseAnswer('**/ban/hang/moi-tiep')
  await loseAnswer('**/ban/hang/phat-so')
  await page.route('**/ban/hang/nhip', (route) => route.abort())
  await page.route('**/ban/hang/trang-thai', (route) => route.abort())
  await press(page, 'F2')
  await expect.poll(() => strip(page), { timeout: 10_000 }).toContain('1 việc chưa nối')
  const here = await page.locator('.line-front .line-number').innerText()
  await page.unroute('**/ban/hang/nhip')
  await page.unroute('**/ban/hang/trang-thai')
  await page.clock.fastForward(6000)
  await expect.poll(() => strip(page), { timeout: 15_000 }).toBe('Đã nối')
  expect(await front(page)).toContain(here)

  await page.route('**/ban/hang/nhip', (route) => route.abort())
  await page.route('**/ban/hang/trang-thai', (route) => route.abort())
  await press(page, 'F10')
  await expect.poll(() => strip(page)).toContain('1 việc chưa nối')
  const given = await page.locator('.aside .line-number').innerText()
  expect(given).toMatch(/^[A-Z]\d\d$/)
  await page.unroute('**/ban/hang/nhip')
  await page.unroute('**/ban/hang/trang-thai')
  await page.clock.fastForward(6000)
  await expect.poll(() => strip(page), { timeout: 15_000 }).toBe('Đã nối')

  // Two rows were written for the one person; only the number in their hand still waits.
  expect(await count(`select count(*) from queue.visit where ${todays}`)).toBe(people + 2)
  const lost = await rows<{ kind: string; reason: string }>(`
    select p.kind, p.reason from queue.visit v join queue.period p on p.visit_id = v.id
     where v.${todays} and p.to_at is null and not p.undone and v.series = '' order by v.number desc limit 1`)
  expect(lost).toEqual([
    { kind: 'left', reason: 'Mất mạng lúc phát số: bà con đã nhận số khác tại chỗ.' },
  ])
  const open = await count(`
    select count(*) from queue.period where ${todays} and kind in ('called', 'serving')
       and to_at is null and not undone and counter_id =
         (select id from offices.counter where number = 1)`)
  expect(open).toBe(1)
})

test('signed out meanwhile, the page keeps what it has and joins after signing in again', async () => {
  const page = await sitAt('vanphong', 'Quầy 1')
  await page.context().setOffline(true)
  await expect.poll(() => strip(page)).toContain('Mất mạng')
  await handOut(page, 2)
  await house.office.owner.query('delete from identity.session')
  await page.context().setOffline(false)
  await page.clock.fastForward(6000)
  await expect.poll(() => strip(page)).toBe('Cần đăng nhập lại — 2 việc còn giữ ở máy này')
  expect(await violations(page)).toEqual([])

  const tab = await page.context().newPage()
  await tab.goto('/dang-nhap')
  await tab.getByLabel('Tên đăng nhập').fill('vanphong')
  await tab.getByLabel('Mật khẩu').fill('thu-tai-cho-2026')
  await tab.getByRole('button', { name: 'Đăng nhập' }).click()
  await tab.waitForURL('**/ban')
  await page.clock.fastForward(6000)
  await expect.poll(() => strip(page), { timeout: 15_000 }).toBe('Đã nối')
  expect(await page.getByRole('region', { name: 'Sau khi nối lại' }).innerText()).toContain(
    '2 việc làm lúc mất mạng đã ghi vào hàng chung.',
  )
})
