import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { openNewOffice } from '#src/cli/open-new-office.ts'
import { useDemoHouse } from './demo-house.ts'

const house = useDemoHouse()

const says = (page: Page) => page.locator('main').innerText()
const press = async (page: Page, name: string | RegExp) => {
  await page.getByRole('button', { name }).first().click()
  await page.waitForLoadState()
}
const oneTime = async (page: Page) => /[a-z0-9]{4}(?:-[a-z0-9]{4}){3}/.exec(await says(page))![0]

/** Signs in with the password that opens the door once, and chooses another. */
async function begin(login: string, password: string, width: 360 | 1280 = 1280): Promise<Page> {
  const page = await house.visit(width)
  await page.goto('/dang-nhap')
  await page.getByLabel('Tên đăng nhập').fill(login)
  await page.getByLabel('Mật khẩu').fill(password)
  await press(page, 'Đăng nhập')
  await page.getByLabel('Mật khẩu được cấp').fill(password)
  await page.getByLabel('Mật khẩu mới', { exact: true }).fill('một buổi chiều là xong')
  await page.getByLabel('Nhập lại mật khẩu mới').fill('một buổi chiều là xong')
  await press(page, 'Đổi mật khẩu')
  return page
}

/** The steps of docs/guides/xa-moi.md, by the words and addresses that stand there. */
test('a new commune sets itself up in an afternoon, from an empty office to its first bulletin', async () => {
  const { database, sealer } = house.office
  const { login, password } = await openNewOffice(database, sealer, {
    ...{ slug: 'xa-moi', communeCode: '13741', login: 'quantri.moi', fullName: 'Ngô Văn Mẫu' },
  })
  const admin = await begin(login, password)

  await admin.goto('/quan-tri/don-vi')
  await admin.getByLabel(/Điện thoại để bà con gọi/).fill('0228 0000 111')
  await press(admin, 'Lưu')
  await admin.goto('/quan-tri/dia-diem')
  await admin.getByLabel('Tên địa điểm').fill('Hội trường UBND xã')
  await admin.getByLabel('Loại').selectOption('hall')
  await press(admin, 'Thêm địa điểm')
  await admin.goto('/quan-tri/khoang-cach')
  await admin.getByLabel('Nơi đến').selectOption('province')
  await admin.getByLabel('Khoảng cách (km)').fill('32')
  await press(admin, 'Lưu')

  const passwords: Record<string, string> = {}
  for (const [name, role] of [
    ['mai.moi', 'Cán bộ tiếp nhận'],
    ['ky.moi', 'Lãnh đạo'],
    ['loa.moi', 'Cán bộ truyền thanh'],
  ] as const) {
    await admin.goto('/quan-tri/can-bo')
    await admin.getByLabel('Tên đăng nhập').fill(name)
    await admin.getByLabel('Họ và tên').fill(`Trần Thị Mẫu ${role}`)
    await admin.getByRole('radio', { name: role }).check()
    await press(admin, 'Thêm cán bộ')
    passwords[name] = await oneTime(admin)
  }

  // A commune's own list, with its own names of columns; the line that cannot be is named.
  await admin.goto('/quan-tri/nhap/thon')
  const list = (households: string) =>
    `Tên thôn\tSố hộ\tCụm loa\nThôn Đông\t120\tcó\nThôn Đoài\t${households}\tkhông`
  await admin.getByLabel(/Hoặc dán bảng/).fill(list('khoảng 90'))
  await press(admin, 'Xem trước')
  expect(await says(admin)).toContain('Số hộ là số')
  await admin.getByLabel(/Hoặc dán bảng/).fill(list('90'))
  await press(admin, 'Xem trước')
  await press(admin, 'Nhập vào danh sách')
  expect(await says(admin)).toMatch(/Thôn Đoài\s+90 hộ/)

  await admin.goto('/quan-tri/xep-hang/quay')
  await admin.getByLabel('Số quầy').fill('1')
  await admin.getByLabel('Tên quầy').fill('Tư pháp – Hộ tịch')
  await press(admin, 'Thêm quầy')

  await admin.goto('/ban/ngay')
  await admin.getByRole('link', { name: 'Đặt chương trình mới' }).click()
  await admin.getByLabel('Tên chương trình').fill('Ngày thứ 6 tại chỗ')
  await admin.getByLabel('Nơi ngồi').selectOption({ label: 'Hội trường UBND xã' })
  await admin.getByRole('checkbox', { name: /Cán bộ tiếp nhận/ }).check()
  await admin.locator('[name="promised[]"][value="1.004873"]').check()
  await press(admin, 'Đặt chương trình')
  await press(admin, 'Lập lịch')

  const announcer = await begin('loa.moi', passwords['loa.moi']!)
  await announcer.goto('/ban/tin')
  await press(announcer, 'Soạn tin cho ngày tới')
  await press(announcer, 'Gửi duyệt')
  const chairman = await begin('ky.moi', passwords['ky.moi']!, 360)
  await chairman.getByRole('link', { name: /Đọc và duyệt/ }).click()
  await press(chairman, 'Duyệt bản này')
  expect(await says(chairman)).toContain('Bà con đọc được ngay')

  await admin.goto('/ban/may-lay-so')
  await admin.getByLabel('Tên máy').fill('Máy ở cửa')
  await press(admin, 'Thêm máy')
  const kiosk = await admin.locator('main a[href*="/may-lay-so/"]').first().getAttribute('href')

  // This Friday: the desk opens, a number is taken at the door and called.
  const desk = await begin('mai.moi', passwords['mai.moi']!)
  await press(desk, 'Mở ngày phục vụ')
  const door = await house.visit(360)
  await door.goto(new URL(kiosk!).pathname)
  await door.getByRole('link', { name: /^Lấy số/ }).click()
  await door.getByRole('button', { name: /độc thân/ }).click()
  await door.getByText('001').first().waitFor()
  await desk.goto('/ban/hang')
  await press(desk, 'Quầy 1')
  await press(desk, /^Mời tiếp/)

  const anybody = await house.visit(360)
  await anybody.goto('/xa-moi/bang-so')
  await anybody.getByText('001').first().waitFor()
  await anybody.goto('/xa-moi')
  expect(await says(anybody)).toContain('Hội trường UBND xã')
  expect(await says(anybody)).toContain('Đặt lịch hẹn')
  await anybody.goto('/xa-moi/tin')
  expect(await says(anybody)).toContain('Ngày thứ 6 tại chỗ')
})
