import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Ctx } from '#src/base/ctx.ts'
import { enterOffice } from '#src/base/world.ts'
import { connectAccount, deliverDue } from '#src/modules/deliveries/index.ts'
import { chooseChannel } from '#src/modules/outreach/index.ts'
import { openDrivers } from '#src/outside/messages/open-drivers.ts'
import { playFacebook, type FacebookStandIn } from '../stand-ins/facebook.ts'
import { playSms, type SmsStandIn } from '../stand-ins/sms.ts'
import { playZalo, type ZaloStandIn } from '../stand-ins/zalo.ts'
import { fridayAtEight, useDemoHouse } from './demo-house.ts'
import { troubles } from './troubles.ts'

const house = useDemoHouse()

/** Presses a button or a link, and counts it. */
function pressing(page: Page) {
  let presses = 0
  return {
    press: async (role: 'button' | 'link', name: RegExp | string) => {
      presses++
      await page.getByRole(role, { name }).first().click()
    },
    count: () => presses,
  }
}

test('a drafted bulletin is approved on a phone and read by everybody after six presses', async () => {
  const officer = await house.enter('vanphong')
  await officer.goto('/ban')
  const desk = pressing(officer)
  await desk.press('link', 'Bản tin')
  await desk.press('link', /Thứ Sáu 27\/11\/2026/)
  await desk.press('button', 'Gửi duyệt')
  await expect.poll(() => officer.textContent('main')).toContain('Đã gửi duyệt.')

  const chairman = await house.enter('chutich', 360)
  const phone = pressing(chairman)
  await phone.press('link', /^Đọc và duyệt/)
  await phone.press('button', 'Duyệt bản này')
  await expect.poll(() => chairman.textContent('main')).toContain('Đã duyệt.')
  expect(desk.count() + phone.count()).toBeLessThanOrEqual(6)

  const citizen = await house.visit(360, { script: false })
  await citizen.goto('/vu-ban')
  await citizen.getByRole('link', { name: /Ngày thứ 6 tại chỗ: Thứ Sáu 27\/11\/2026/ }).click()
  await expect.poll(() => citizen.textContent('main')).toContain('Hội trường UBND xã Vụ Bản')

  house.now = new Date('2026-11-27T10:05:00Z')
  const announcer = await house.enter('truyenthanh', 360)
  await announcer.getByRole('button', { name: 'Đã phát cả xã' }).first().click()
  await expect.poll(() => announcer.textContent('main')).toContain('Đã ghi vào nhật ký phát.')
})

describe('with the channels connected', () => {
  let zalo: ZaloStandIn
  let facebook: FacebookStandIn
  let sms: SmsStandIn
  let admin: Ctx
  const kept = { keptBy: 'Anh Ba, 0228 3820 123', name: 'Kênh của xã' }
  const letZaloIn = () =>
    connectAccount(admin, {
      ...{ channel: 'zalo', provider: 'zalo', ...kept, ...zalo.account },
      tokens: zalo.letIn(),
    })

  beforeAll(async () => {
    zalo = await playZalo()
    facebook = await playFacebook()
    sms = await playSms()
    zalo.now = () => house.now
    facebook.now = () => house.now
    const { rows } = await house.office.owner.query<{ id: string }>(
      `select id from offices.office where slug = 'vu-ban'`,
    )
    const { database, sealer } = house.office
    const world = { database, sealer, now: house.now }
    admin = enterOffice(world, rows[0]!.id, { kind: 'system', job: 'test' })
    await letZaloIn()
    await connectAccount(admin, {
      ...{ channel: 'facebook', provider: 'facebook', ...kept, ...facebook.account },
    })
    await connectAccount(admin, {
      ...{ channel: 'sms', provider: 'esms', ...kept, ...sms.account, costPerPart: 450 },
    })
    for (const channel of ['zalo', 'facebook', 'sms'] as const)
      await chooseChannel(admin, { channel, byItself: true, plain: true })
  })
  afterAll(async () => {
    await zalo?.close()
    await facebook?.close()
    await sms?.close()
  })

  /** What the worker of a running house does all the time. */
  const deliver = () => {
    const { database, sealer } = house.office
    const services = { zalo: zalo.addresses, facebook: facebook.url, esms: sms.url }
    const drivers = openDrivers(services)
    return deliverDue({ database, sealer, now: () => house.now, drivers }, { once: true })
  }

  test('a citizen asks for the news and confirms by the link on the phone', async () => {
    house.now = fridayAtEight
    const citizen = await house.visit(360, { script: false })
    await citizen.goto('/vu-ban/tin')
    await citizen.getByRole('link', { name: 'Nhận tin qua SMS, thư hoặc Zalo' }).click()
    await citizen.getByLabel('Số di động hoặc địa chỉ thư').fill('0912 345 678')
    await citizen.getByRole('button', { name: 'Đăng ký nhận tin' }).click()
    await expect.poll(() => citizen.textContent('main')).toContain('Xã vừa nhắn một đường dẫn')
    await deliver()

    const link = /http:\/\/taicho\.test(\/\S+)/.exec(sms.messages.at(-1)!.text)![1]!
    await citizen.goto(link)
    await citizen.getByRole('button', { name: 'Đồng ý nhận tin của xã' }).click()

    await expect.poll(() => citizen.textContent('main')).toContain('Xong.')
  })

  test('from the drafted day to every channel it takes no more than six presses', async () => {
    // The day after the last one: the next is planned by the programme, its bulletin not yet drafted.
    house.now = new Date('2026-11-28T01:00:00Z')
    const officer = await house.enter('vanphong')
    await officer.goto('/ban')
    const desk = pressing(officer)
    await desk.press('link', 'Bản tin')
    await desk.press('button', 'Soạn tin cho ngày tới')
    await desk.press('button', 'Gửi duyệt')
    await expect.poll(() => officer.textContent('main')).toContain('Đã gửi duyệt.')

    const chairman = await house.enter('chutich', 360)
    const phone = pressing(chairman)
    await phone.press('link', /^Đọc và duyệt/)
    await expect.poll(() => chairman.textContent('main')).toContain('Duyệt xong, máy gửi ngay tới')
    await phone.press('button', 'Duyệt bản này')
    await expect.poll(() => chairman.textContent('main')).toContain('Đã duyệt.')
    expect(desk.count() + phone.count()).toBeLessThanOrEqual(6)

    await expect.poll(() => chairman.textContent('[data-live-part]')).toContain('đã gửi 0 / 1')
    // A bulletin approved early waits for the morning of its first day.
    house.now = new Date('2026-12-03T00:05:00Z')
    // A house that runs renews the pair by itself every day.
    await letZaloIn()
    await deliver()
    await expect
      .poll(() => chairman.textContent('[data-live-part]'), { timeout: 10_000 })
      .not.toContain('đang chờ')
    expect([...zalo.articles.values()].map((it) => [it.told, it.title])).toEqual([
      [1, expect.stringContaining('04/12/2026')],
    ])
    expect([...facebook.posts.values()].map((it) => it.message)).toEqual([
      expect.stringContaining('04/12/2026'),
    ])
    expect(sms.messages.at(-1)?.text).toContain('Thu Sau 04/12/2026')
    const citizen = await house.visit(360, { script: false })
    await citizen.goto('/vu-ban/tin')
    expect(await citizen.textContent('main')).toContain('04/12/2026')
  })

  test('a channel that lets us in no more is told of at the desk, with who renews it', async () => {
    facebook.endToken('revoked')
    const officer = await house.enter('vanphong')
    await officer.goto('/ban/tin')
    await officer
      .getByRole('link', { name: /04\/12\/2026/ })
      .first()
      .click()
    await officer.getByRole('link', { name: 'Sửa nội dung' }).click()
    await officer.getByLabel('Tiêu đề', { exact: true }).fill('Ngày tại chỗ có thêm bác sĩ')
    await officer.getByRole('button', { name: 'Ghi và gửi duyệt' }).click()
    const chairman = await house.enter('chutich', 360)
    await chairman
      .getByRole('link', { name: /^Đọc và duyệt/ })
      .first()
      .click()
    await chairman.getByRole('button', { name: 'Duyệt bản này' }).click()
    await expect.poll(() => chairman.textContent('main')).toContain('Đã duyệt.')
    await deliver()

    await officer.goto('/ban')
    await officer.getByRole('link', { name: /kênh gửi tin cần người giữ kênh/ }).click()

    const said = await officer.textContent('main')
    expect(said).toContain('Người giữ kênh: Anh Ba, 0228 3820 123')
    expect(said).toContain('bấm Kết nối lại')
    expect(await troubles(officer)).toEqual([])
  })
})

test('the text of a channel is copied by one press, and by hand without script', async () => {
  const officer = await house.enter('vanphong')
  await officer.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await officer.goto('/ban/tin')
  await officer.getByRole('link', { name: /Thứ Sáu 20\/11\/2026/ }).click()
  await officer.getByRole('link', { name: 'Đưa đi các kênh' }).click()
  await officer.getByRole('heading', { name: 'Zalo OA' }).click()
  await officer.getByRole('button', { name: 'Chép: Chữ để chép: Zalo OA' }).click()

  await expect
    .poll(() => officer.evaluate(() => navigator.clipboard.readText()))
    .toContain('?tu=zalo')
  expect(
    await officer
      .getByLabel(/Chữ để chép: Zalo OA/)
      .first()
      .inputValue(),
  ).toContain('?tu=zalo')
})

test('another site shows the news in a frame under a strict policy, and no other page of ours', async () => {
  const strict = "default-src 'none'; frame-src *"
  const frames = (path: string) =>
    `<!doctype html><title>xa</title><iframe src="${house.url}${path}"></iframe>`
  const other = createServer((request, response) => {
    response.setHeader('content-security-policy', strict)
    response.setHeader('content-type', 'text/html')
    response.end(frames(request.url ?? ''))
  })
  await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve))
  const { port } = other.address() as AddressInfo
  const page = await house.visit(1280)
  try {
    await page.goto(`http://localhost:${port}/vu-ban/nhung`)
    const block = page.frameLocator('iframe')
    await expect.poll(() => block.locator('h1').textContent()).toContain('Tin mới')
    await page.goto(`http://localhost:${port}/vu-ban`)
    await page.waitForLoadState()
    // The browser shows its own page of error in the frame.
    expect(await page.frames()[1]!.content()).not.toContain('Bà con')
  } finally {
    other.close()
  }
})

test('the block with script looks like the page of another site, under a strict policy, and stays current', async () => {
  const strict = `default-src 'none'; script-src ${house.url}; connect-src ${house.url}`
  const other = createServer((_, response) => {
    response.setHeader('content-security-policy', strict)
    response.setHeader('content-type', 'text/html; charset=utf-8')
    response.end(`<!doctype html><title>xa</title>
      <commune-news feed="${house.url}/vu-ban/tin.json"><a href="/x">Xem tất cả tin</a></commune-news>
      <script type="module" src="${house.url}/vu-ban/nhung.js"></script>`)
  })
  await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve))
  const { port } = other.address() as AddressInfo
  const page = await house.visit(1280)
  try {
    await page.clock.install()
    await page.goto(`http://localhost:${port}/`)
    const titles = () => page.locator('commune-news li a').allTextContents()
    await expect.poll(async () => (await titles()).length).toBeGreaterThan(0)
    expect(await page.textContent('commune-news > a')).toBe('Xem tất cả tin')
    const [newest] = await titles()

    await page.route('**/tin.json', (route) => route.abort())
    await page.clock.runFor('16:00')
    expect((await titles())[0]).toBe(newest)
    await page.unroute('**/tin.json')
    await page.route('**/tin.json', async (route) => {
      const answer = await route.fetch()
      const feed = (await answer.json()) as { items: object[] }
      const item = { ...feed.items[0], title: '<b>Tin</b> mới nhất' }
      await route.fulfill({ response: answer, json: { ...feed, items: [item, ...feed.items] } })
    })
    await page.clock.runFor('16:00')
    await expect.poll(async () => (await titles())[0]).toBe('<b>Tin</b> mới nhất')
  } finally {
    other.close()
  }
})
