import { randomUUID } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { beforeAll, expect, test, vi } from 'vitest'
import type { Ctx } from '#src/base/ctx.ts'
import { listCopies } from '#src/modules/certification/index.ts'
import { receiveRequest } from '#src/modules/requests/index.ts'
import { need } from '../desk.ts'
import { asOfficer } from '../office.ts'
import { goodPhoto, goodScan } from '../papers/files.ts'
import { signInDemo, type DemoSigning } from '../signing/demo-signing.ts'
import { useDemoHouse } from './demo-house.ts'
import { troubles } from './troubles.ts'

vi.setConfig({ testTimeout: 120_000 })

const house = useDemoHouse()
let signing: DemoSigning
let officer: Ctx

beforeAll(async () => {
  signing = await signInDemo(house)
  officer = asOfficer(signing.system, ['requests.read', 'requests.work'], await idOf('vanphong'))
})

async function idOf(login: string): Promise<string> {
  const { rows } = await house.office.owner.query<{ id: string }>(
    'select id from identity.officer where login = $1',
    [login],
  )
  return rows[0]!.id
}

/** Nothing wrong with the page, and where asked a picture of it for whoever looks. */
async function look(page: Page, name: string): Promise<void> {
  expect(await troubles(page), name).toEqual([])
  const folder = process.env.PICTURES
  if (!folder) return
  mkdirSync(folder, { recursive: true })
  await page.screenshot({ path: `${folder}/${name}.png`, fullPage: true })
}

const fileOf = (name: string, mimeType: string, buffer: Buffer) => ({ name, mimeType, buffer })
const secret = (page: Page) => page.locator('input[name=secret]')

test('a passport is asked for: its paper is photographed, certified and handed over, and anybody checks it', async () => {
  const complaints: string[] = []
  const watch = (page: Page) => {
    page.on('console', (it) => it.type() === 'error' && complaints.push(it.text()))
    page.on('pageerror', (it) => complaints.push(String(it)))
    return page
  }
  const { id } = await receiveRequest(officer, {
    ...need({ procedureCode: '1.001456' }),
    clientKey: randomUUID(),
  })

  const desk = watch(await house.enter('vanphong'))
  await desk.goto(`/ban/yeu-cau/${id}/anh`)
  await desk.getByLabel('Của giấy tờ nào?').selectOption('khac')
  await desk.getByLabel('Tên giấy tờ khác').fill('Giấy khai sinh')
  await desk
    .getByLabel('Chọn ảnh hoặc PDF')
    .setInputFiles([
      fileOf('truoc.jpg', 'image/jpeg', await goodPhoto()),
      fileOf('sau.png', 'image/png', await goodScan()),
    ])
  await desk.getByRole('button', { name: 'Thêm vào hồ sơ' }).click()
  await desk.getByText('Đã nhận các trang.').waitFor()
  await desk.getByRole('link', { name: 'Cần bản sao chứng thực?' }).click()
  await look(desk, 'chon-giay')
  await desk.getByRole('link', { name: 'Chọn: Giấy khai sinh' }).click()
  await look(desk, 'sau-cau')

  // Nothing answered yet: each question is named, and the fee can be counted all the same.
  await desk.getByRole('button', { name: 'Ghi yêu cầu chứng thực' }).click()
  await desk.getByRole('alert').waitFor()
  await look(desk, 'chua-tra-loi')
  for (const box of await desk.getByRole('radio', { name: 'Không', exact: true }).all())
    await box.check()
  await desk.getByLabel('Số bản', { exact: true }).fill('2')
  await desk.getByRole('button', { name: 'Tính phí' }).click()
  await desk.getByText('Phí: 8.000 đ').waitFor()
  const still = desk.getByLabel('Bà con đã nghe và vẫn muốn có bản chứng thực')
  if ((await still.count()) > 0) await still.check()
  await desk.getByRole('button', { name: 'Ghi yêu cầu chứng thực' }).click()
  await desk.getByText('Đã ghi yêu cầu chứng thực.').waitFor()
  await look(desk, 'da-yeu-cau')

  await desk.getByRole('link', { name: 'Chứng thực', exact: true }).click()
  await look(desk, 'hang-viec')
  await desk.getByRole('link', { name: 'Đối chiếu: Giấy khai sinh' }).click()
  await look(desk, 'doi-chieu')
  for (const box of await desk.getByLabel(/tôi đang cầm bản chính/).all()) await box.check()
  await desk.getByRole('button', { name: 'Đã đối chiếu, chuyển lãnh đạo ký' }).click()
  await desk.getByText('Đã đối chiếu, chuyển lãnh đạo ký.').waitFor()

  const chief = watch(await house.enter('chutich', 360))
  await look(chief, 'lanh-dao-360')
  await chief.getByRole('link', { name: '2 bản sao chờ ký' }).click()
  await look(chief, 'cho-ky-360')
  await chief.getByRole('link', { name: 'Xem từng trang: Giấy khai sinh' }).click()
  await look(chief, 'xem-ky-360')
  await secret(chief).fill('sai mật khẩu')
  await chief.getByRole('button', { name: 'Ký bản này' }).click()
  await chief.getByText('Mật khẩu của tệp khóa không đúng.').first().waitFor()
  await look(chief, 'sai-mat-khau-360')
  await chief.getByLabel('Ký: Giấy khai sinh').check()
  await secret(chief).fill(signing.secret)
  await chief.getByRole('button', { name: 'Ký các bản đã chọn' }).click()
  await chief.getByText('Đã ký. Bản điện tử chuyển đi đóng dấu.').waitFor()
  await look(chief, 'da-ky-360')

  await desk.goto('/ban/chung-thuc')
  await look(desk, 'cho-dong-dau')
  await secret(desk).fill(signing.secret)
  await desk.getByRole('button', { name: 'Đóng dấu các bản đã chọn' }).click()
  await desk.getByText('Đã đóng dấu.').waitFor()
  await desk.getByRole('link', { name: 'Trao: Giấy khai sinh' }).click()
  await look(desk, 'trao')
  await desk.getByLabel('Chép tệp: USB, Zalo, điện thoại').check()
  await desk.getByLabel('Tiền mặt').check()
  await desk.getByRole('button', { name: 'Đã trao' }).click()
  await desk.getByText('Đã ghi là đã trao.').waitFor()
  await look(desk, 'da-trao')
  await desk.getByRole('link', { name: 'In phiếu giao' }).click()
  await look(desk, 'phieu')

  const [copy] = await listCopies(signing.system, { requestId: id })
  expect([copy!.state, copy!.delivered?.how]).toEqual(['issued', 'file'])
  const anybody = watch(await house.visit(360))
  await anybody.goto(`/vu-ban/xac-minh/${copy!.code}`)
  await look(anybody, 'kiem-tra-360')
  await anybody.getByText(`Số ${copy!.numbered!.number}`).first().waitFor()

  await desk.goto('/ban/so-chung-thuc/2026/dien-tu')
  await look(desk, 'so')
  await desk.goto('/ban/thu-phi')
  await look(desk, 'thu-phi')
  // What was refused on the way is answered with 422, which browsers write down.
  expect(complaints.filter((it) => !it.includes('422'))).toEqual([])
})

test('every page of certified copies fits a phone, in English too, and breaks no rule of axe', async () => {
  const issued = await listCopies(signing.system, { states: ['issued'] })
  const copy = issued.find((it) => it.medium === 'electronic')
  const paper = issued.find((it) => it.medium === 'paper')
  const phone = await house.enter('vanphong', 360)
  const request = `/ban/yeu-cau/${copy!.requestId}/chung-thuc`
  const pages = {
    hang: '/ban/chung-thuc',
    yeucau: request,
    hoi: `${request}?giay=khac`,
    ban: `/ban/chung-thuc/${copy!.id}`,
    giay: `/ban/chung-thuc/${paper!.id}`,
    phieu: `/ban/chung-thuc/${copy!.id}/phieu`,
    cacso: '/ban/so-chung-thuc',
    so: '/ban/so-chung-thuc/2026/giay',
    tien: '/ban/thu-phi',
    en: '/en/ban/chung-thuc',
    'en-ban': `/en/ban/chung-thuc/${copy!.id}`,
    'en-so': '/en/ban/so-chung-thuc/2026/dien-tu',
  }
  for (const [name, path] of Object.entries(pages)) {
    expect((await phone.goto(path))?.status(), path).toBe(200)
    await look(phone, `${name}-360`)
  }
  for (const width of [360, 1280] as const) {
    const admin = await house.enter('quantri', width)
    await admin.goto('/quan-tri/chung-thuc')
    await look(admin, `quan-tri-${width}`)
    await admin.goto('/en/quan-tri/chung-thuc?loai=giay')
    await look(admin, `quan-tri-en-${width}`)
  }
})
