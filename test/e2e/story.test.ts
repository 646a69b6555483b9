import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { useDemoHouse } from './demo-house.ts'

const house = useDemoHouse()

const says = (page: Page) => page.locator('main').innerText()
const press = async (page: Page, name: string | RegExp) => {
  await page.getByRole('button', { name }).first().click()
  await page.waitForLoadState()
}

async function moveOn(page: Page, status: string) {
  await page.locator('#trang-thai').getByLabel(status, { exact: true }).check()
  await press(page, 'Ghi trạng thái')
  expect(await says(page)).toContain('Đã đổi trạng thái.')
}

/**
 * The newspaper's story, by invented people: a mother of the former xã Tam Thanh comes on a Friday
 * for her daughter in the South, who buys a house and needs a marital-status certificate.
 */
test('a mother from Tam Thanh comes for her daughter in the South, and everything is followed to its end', async () => {
  // Planned weeks ahead: this Friday stands in the list, the desk opens it in the morning.
  const desk = await house.enter('vanphong')
  await desk.goto('/ban/ngay')
  expect(await says(desk)).toContain('27/11/2026')
  await desk.goto('/ban')
  await press(desk, /Mở ngày phục vụ/)
  expect(await says(desk)).toMatch(/đang mở|Đóng/i)

  // What she says is enough to find the procedure.
  await desk
    .getByRole('link', { name: /Tiếp nhận/ })
    .first()
    .click()
  await desk
    .getByLabel('Gõ như bà con nói')
    .fill('con gai o trong nam can giay doc than de mua nha')
  await press(desk, 'Tìm thủ tục')
  await press(desk, /Giấy xác nhận độc thân/)

  // Who is here, for whom; the home by its name.
  const here = desk.locator('#nguoi-den')
  await here.getByLabel('Họ và tên').fill('Đinh Thị Mẹ')
  await here.getByLabel(/Điện thoại/).fill('0900 000 321')
  await here.getByLabel(/Ngày sinh/).fill('1968')
  await here.getByLabel('Làm cho ai?').selectOption('mother')
  const daughter = desk.locator('#nguoi-can')
  await daughter.getByLabel('Họ và tên').fill('Vương Thị Con')
  await daughter.getByLabel(/Ngày sinh/).fill('1996')
  await desk.getByLabel('Tên xã, phường').fill('ben nghe, quan 1')
  await press(desk, 'Tìm xã')
  await desk.locator('#noi-o').getByRole('radio').first().check()

  // Saved without the answers: the form says what is missing and keeps what was typed.
  await press(desk, 'Xem trước, chưa ghi')
  expect(await here.getByLabel('Họ và tên').inputValue()).toBe('Đinh Thị Mẹ')
  const advice = await says(desk)
  expect(advice).toContain('Ủy ban nhân dân cấp xã')
  for (const group of await desk.locator('#hoi-them fieldset').all()) {
    const fits = group.getByRole('radio', { name: /nhà|người thân|Chưa/i })
    await ((await fits.count()) > 0 ? fits : group.getByRole('radio')).first().check()
  }
  await desk.getByRole('radio', { name: 'Hàng xóm, người quen' }).check()
  await press(desk, /Ghi nhận/)
  if (!/yeu-cau\//.test(desk.url())) await press(desk, /Ghi nhận/)
  expect(desk.url()).toMatch(/\/ban\/yeu-cau\/[0-9a-f-]{36}/)

  const facts = await says(desk)
  expect(facts).toContain('Vương Thị Con')
  expect(facts).toContain('Đinh Thị Mẹ')
  expect(facts).toMatch(/Cần giấy ủy quyền, không phải chứng thực/)
  const code = /TC-2611-\d{4}/.exec(facts)![0]
  const address = desk.url().split('?')[0]!

  // The checklist is worked off; the officer never sees a password.
  while ((await desk.getByRole('button', { name: /^Đã có: / }).count()) > 0) {
    const before = await desk.getByRole('button', { name: /^Đã có: / }).count()
    await press(desk, /^Đã có: /)
    expect(await desk.getByRole('button', { name: /^Đã có: / }).count()).toBeLessThan(before)
  }
  expect(await says(desk)).toContain('đủ giấy tờ')

  // A code that cannot be one is refused beside its field; then it is filed.
  await desk.getByLabel('Mã hồ sơ Cổng cấp').fill('!!')
  await press(desk, /Ghi mã hồ sơ/)
  expect(await desk.getByLabel('Mã hồ sơ Cổng cấp').inputValue()).toBe('!!')
  await desk.getByLabel('Mã hồ sơ Cổng cấp').fill('G15.26-20261127-0000042')
  await press(desk, /Ghi mã hồ sơ/)
  expect(await says(desk)).toContain('Thứ Tư 02/12/2026')

  // At home, on a phone, without an account: the code and the last four digits.
  const phone = await house.visit(360)
  await phone.goto('/vu-ban/tra-cuu')
  await phone.getByLabel(/Mã/).first().fill(code)
  await phone.getByLabel(/4 số cuối|bốn số cuối/i).fill('9999')
  await press(phone, /Xem/)
  expect(await says(phone)).not.toContain('02/12/2026')
  expect(await phone.getByLabel(/Mã/).first().inputValue()).toBe(code)
  await phone.getByLabel(/4 số cuối|bốn số cuối/i).fill('0321')
  await press(phone, /Xem/)
  const followed = await says(phone)
  expect(followed).toContain('02/12/2026')
  expect(followed).not.toContain('Vương Thị Con')

  // The authority moves on, as the officer writes it down.
  house.now = new Date('2026-11-30T02:00:00Z')
  await desk.goto(address)
  // The session of Friday is over: sign in again, and come back to the same page.
  const monday = await house.enter('vanphong')
  await monday.goto(address)
  await moveOn(monday, 'Được tiếp nhận')
  await moveOn(monday, 'Đang xử lý')
  house.now = new Date('2026-12-02T03:00:00Z')
  const wednesday = await house.enter('vanphong')
  await wednesday.goto(address)
  await moveOn(wednesday, 'Đã xử lý xong')
  await press(wednesday, /Ghi đã trao/)
  expect(await says(wednesday)).toContain('Đã ghi trao kết quả')

  // She rates it from the slip, once.
  await wednesday.goto(`${address}/phieu`)
  const slip = await wednesday.locator('main, body').first().innerText()
  expect(slip).toContain(code)
  expect(slip).not.toContain('Vương Thị Con')
  await phone.goto('/vu-ban/tra-cuu')
  await phone.getByLabel(/Mã/).first().fill(code)
  await phone.getByLabel(/4 số cuối|bốn số cuối/i).fill('0321')
  await press(phone, /Xem/)
  await phone
    .getByRole('link', { name: /đánh giá|chấm/i })
    .first()
    .click()
  for (const group of await phone.locator('form fieldset').all()) {
    const radios = group.getByRole('radio')
    const five = group.getByRole('radio', { name: /^5|Rất/ })
    if ((await five.count()) > 0) await five.first().check()
    else if ((await radios.count()) > 0) await radios.first().check()
  }
  const ratingAddress = phone.url()
  await press(phone, /Gửi/)
  expect(await says(phone)).toMatch(/cảm ơn/i)
  await phone.goto(ratingAddress)
  expect(await says(phone)).not.toContain('Gửi đánh giá')

  // And the report has it.
  await wednesday.goto('/ban/bao-cao?tu=2026-11-27&den=2026-12-02')
  const report = await says(wednesday)
  expect(report).toContain('Giấy xác nhận độc thân')
  expect(report).toContain('Hồ Chí Minh')
})

test('the report of the eight months stands on the page as the newspaper counted', async () => {
  const desk = await house.enter('tinh')
  await desk.goto('/ban/bao-cao?tu=2024-05-01&den=2024-12-31')
  const table = desk.getByRole('table').filter({ hasText: 'Sở Tư pháp' }).first()
  const counts = {
    'lý lịch tư pháp': 11,
    'độc thân': 2,
    'trích lục': 2,
    'bằng lái': 8,
    'Hộ chiếu': 4,
  }
  for (const [name, count] of Object.entries(counts)) {
    const row = await table.getByRole('row').filter({ hasText: name }).first().innerText()
    expect(row.trim().split(/\s+/).at(-1), name).toBe(String(count))
  }
  const sum = await table.getByRole('row').filter({ hasText: 'Cộng' }).last().innerText()
  expect(sum.trim().split(/\s+/).at(-1)).toBe('27')
})
