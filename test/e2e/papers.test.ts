import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { photograph } from '../papers/photographs.ts'
import { goodPhoto, goodScan } from '../papers/files.ts'
import { useDemoHouse } from './demo-house.ts'
import { troubles } from './troubles.ts'

const house = useDemoHouse()

/** The papers of the first request that is still open, before a signed-in officer. */
async function openPapers(width: 360 | 1280 = 1280): Promise<Page> {
  const page = await house.enter('vanphong', width)
  const { rows } = await house.office.owner.query<{ id: string }>(
    'select id from requests.request where ended_at is null order by received_at limit 1',
  )
  await page.goto(`/ban/yeu-cau/${rows[0]!.id}`)
  await page.getByRole('link', { name: 'Chụp, quét giấy tờ' }).click()
  return page
}

const fileOf = (name: string, mimeType: string, buffer: Buffer) => ({ name, mimeType, buffer })

test('files go in parts, over a line that breaks, and a corner is dragged into place', async () => {
  const page = await openPapers()
  let broken = 0
  await page.route('**/anh/gui/**', async (route) => {
    // The line breaks twice in the middle of a file.
    const body = route.request().postDataBuffer()
    if (body && body.length > 0 && broken < 2) {
      broken++
      return route.abort()
    }
    return route.continue()
  })
  await page.getByLabel('Của giấy tờ nào?').selectOption('khac')
  await page.getByLabel('Tên giấy tờ khác').fill('Sổ hộ khẩu cũ')
  await page
    .getByLabel('Chọn ảnh hoặc PDF')
    .setInputFiles([
      fileOf('truoc.jpg', 'image/jpeg', await goodPhoto()),
      fileOf('sau.png', 'image/png', await goodScan()),
    ])
  await page.getByRole('button', { name: 'Thêm vào hồ sơ' }).click()
  await page.getByText('Đã nhận các trang.').waitFor()
  expect(broken).toBe(2)
  expect(await troubles(page)).toEqual([])

  await page.getByRole('link', { name: 'Sổ hộ khẩu cũ' }).click()
  expect(await page.locator('.scans img').count()).toBe(2)
  expect(await troubles(page)).toEqual([])
  await page.getByRole('link', { name: 'Sửa góc' }).first().click()
  const picture = page.locator('.corner-picture svg')
  const box = (await picture.boundingBox())!
  const across = page.getByLabel('Góc trên trái, ngang (%)')
  const before = Number(await across.inputValue())
  const at = { x: box.x + (box.width * before) / 100, y: box.y + box.height * 0.08 }
  await page.mouse.move(at.x, at.y)
  await page.mouse.down()
  await page.mouse.move(box.x + box.width * 0.3, box.y + box.height * 0.2, { steps: 4 })
  await page.mouse.up()
  expect(Number(await across.inputValue())).toBeCloseTo(30, 0)
  expect(await troubles(page)).toEqual([])
  await page.getByRole('button', { name: 'Nắn lại theo bốn góc này' }).click()
  await page.getByText('Đã nắn lại trang.').waitFor()
})

test('what is wrong with a file is told where it was chosen', async () => {
  const page = await openPapers(360)
  await page.getByLabel('Của giấy tờ nào?').selectOption('khac')
  await page.getByLabel('Tên giấy tờ khác').fill('Căn cước')
  const blurred = (await photograph(2, { blur: 5 })).jpeg
  await page
    .getByLabel('Chọn ảnh hoặc PDF')
    .setInputFiles([
      fileOf('thu.jpg', 'image/jpeg', Buffer.from('Kính gửi')),
      fileOf('mo.jpg', 'image/jpeg', blurred),
    ])
  await page.getByRole('button', { name: 'Thêm vào hồ sơ' }).click()
  const said = /thu.jpg: Tệp này không phải ảnh.*mo.jpg: Đã vào hồ sơ, nhưng nên chụp lại: Ảnh mờ/
  await page.getByText(said).waitFor()
  expect(await troubles(page)).toEqual([])
})

test('a phone that scans the code sends a picture, and the desk sees it arrive', async () => {
  const page = await openPapers()
  await page.getByRole('button', { name: 'Hiện mã để chụp bằng điện thoại' }).click()
  await page.getByText('Chưa có ảnh nào đến.').waitFor()
  expect(await troubles(page)).toEqual([])
  const token = await page.locator('[data-capture]').getAttribute('data-capture')
  const phone = await house.visit(360)
  await phone.goto(token!)
  expect(await troubles(phone)).toEqual([])
  await phone.getByLabel('Giấy tờ', { exact: true }).selectOption('khac')
  await phone.getByLabel('Tên giấy tờ khác').fill('Giấy khai sinh')
  await phone
    .getByLabel('Chụp hoặc chọn ảnh')
    .setInputFiles(fileOf('chup.jpg', 'image/jpeg', await goodPhoto()))
  await phone.getByRole('button', { name: 'Gửi về bàn' }).click()
  await phone.getByText('Đã gửi. Chụp tiếp trang sau').waitFor()
  await page.getByText('Đã đến 1 trang.').waitFor()

  const blurred = (await photograph(2, { blur: 5 })).jpeg
  await phone
    .getByLabel('Chụp hoặc chọn ảnh')
    .setInputFiles(fileOf('mo.jpg', 'image/jpeg', blurred))
  await phone.getByRole('button', { name: 'Gửi về bàn' }).click()
  await phone.getByText('Đã gửi, nhưng nên chụp lại: Ảnh mờ').waitFor()
  // What was said of the page before would read as if this one were good.
  expect(await phone.getByText('Đã gửi. Chụp tiếp trang sau').count()).toBe(0)
  expect(await phone.getByText('Xem các trang đã đến').count()).toBe(0)
  expect(await troubles(phone)).toEqual([])
})

test('the name of a paper is asked for only when it is none of the list', async () => {
  const page = await openPapers(360)
  const name = page.getByLabel('Tên giấy tờ khác')
  expect(await name.isVisible()).toBe(false)
  await page.getByLabel('Của giấy tờ nào?').selectOption('khac')
  expect(await name.isVisible()).toBe(true)
})

test.each([true, false])('a citizen tries a photograph; with script: %s', async (script) => {
  const page = await house.visit(360, { script })
  await page.goto('/vu-ban/xem-anh')
  await page
    .getByLabel('Ảnh hoặc PDF muốn thử')
    .setInputFiles(fileOf('anh.jpg', 'image/jpeg', await goodPhoto()))
  await page.getByRole('button', { name: 'Thử ảnh này' }).click()
  await page.getByText('Ảnh dùng được').waitFor()
  if (script) expect(await troubles(page)).toEqual([])
})
