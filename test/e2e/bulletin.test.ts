import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { useDemoHouse } from './demo-house.ts'

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

test('the text of a channel is copied by one press, and by hand without script', async () => {
  const officer = await house.enter('vanphong')
  await officer.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await officer.goto('/ban/tin')
  await officer.getByRole('link', { name: /Thứ Sáu 20\/11\/2026/ }).click()
  await officer.getByRole('link', { name: 'Đưa đi các kênh' }).click()
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
