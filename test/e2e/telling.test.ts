import { expect, test } from 'vitest'
import type { Page } from 'playwright-core'
import { hiredAs } from '../office.ts'
import { connected, playChannel, sendDue } from '../deliveries.ts'
import {
  askToTell,
  chooseWay,
  findChoice,
  settleNotices,
  type Way,
} from '#src/modules/notices/index.ts'
import { listRequests } from '#src/modules/requests/index.ts'
import { useDemoHouse } from './demo-house.ts'
import { troubles } from './troubles.ts'

const house = useDemoHouse()

const here = async (page: Page, name: string) => {
  expect(await troubles(page), name).toEqual([])
  const folder = process.env['PICTURES']
  const width = page.viewportSize()?.width
  if (folder) await page.screenshot({ path: `${folder}/${name}-${width}.png`, fullPage: true })
}

async function demoOffice() {
  const { rows } = await house.office.owner.query<{ id: string }>(
    "select id from offices.office where slug = 'vu-ban'",
  )
  const officeId = rows[0]!.id
  const db = house.office.database.forOffice(officeId)
  return { ...house.office, officeId, db, now: house.now }
}

test('people are told the way they chose, and every page of it can be used by all', async () => {
  const office = await demoOffice()
  await connected(office, 'sms', { costPerPart: 350 })
  await connected(office, 'email')
  const officer = await hiredAs(office, 'officer')
  const site = 'http://taicho.test/vu-ban'
  const { items } = await listRequests(officer, {})
  const tell = async (i: number, way: Way, name: string, phone: string) => {
    const subjectId = items[i]!.id
    await chooseWay(officer, { subjectId, way, how: 'at_desk', site })
    const { code } = items[i]!
    const params = { code, procedure: 'Cấp bản sao trích lục khai sinh' }
    await askToTell(officer, { kind: 'ready', subjectId, name, phone, params })
    return (await findChoice(officer, { subjectId }))!.token
  }
  await tell(0, 'sms', 'Nguyễn Hoàng Bảo Trân Thị Phương Thảo', '0912344821')
  const refusing = playChannel('sms', [{ outcome: 'never', why: 'recipient_unreachable' }])
  await sendDue(office, { sms: refusing })
  const token = await tell(1, 'sms', 'Trần Thị Mẫu', '0912344822')
  await tell(2, 'call', 'Lê Văn Mẫu', '0912344823')

  for (const width of [360, 1280] as const) {
    const desk = await house.enter('vanphong', width)
    await desk.goto('/ban/can-bao')
    const said = await desk.textContent('main')
    expect(said).toContain('Người này không nhận được tin qua kênh này.')
    expect(said).toContain('Đang gửi 1 tin')
    await here(desk, 'can-bao')
    await desk.goto('/ban/tiep-nhan')
    await here(desk, 'tiep-nhan')
    await desk.goto(`/ban/yeu-cau/${items[1]!.id}`)
    await desk.getByText('Đổi cách báo').click()
    await here(desk, 'yeu-cau')
    const admin = await house.enter('quantri', width)
    await admin.goto('/quan-tri/loi-nhan')
    await admin.getByText('Sửa câu này').first().click()
    await here(admin, 'loi-nhan')
    await admin.goto('/en/quan-tri/loi-nhan')
    await here(admin, 'loi-nhan-en')
    const citizen = await house.visit(width, { script: true })
    await citizen.goto(`/vu-ban/thoi-nhan/${token}`)
    await here(citizen, 'thoi-nhan')
  }
})

test('the list says by itself when a message was sent', async () => {
  const desk = await house.enter('vanphong')
  await desk.goto('/ban/can-bao')
  expect(await desk.textContent('main')).toContain('Đang gửi 1 tin')
  const office = await demoOffice()
  await sendDue(office, { sms: playChannel('sms') })
  await settleNotices(office)
  await expect.poll(() => desk.textContent('main'), { timeout: 10_000 }).not.toContain('Đang gửi')
})

test('whoever books chooses how to be told, without script', async () => {
  const citizen = await house.visit(360, { script: false })
  await citizen.goto('/vu-ban/dat-lich')
  await citizen.locator('main button').first().click()
  await citizen.locator('main input[name=gio]').first().check({ force: true })
  await citizen.locator('[name="dien-thoai"]').fill('0912 344 829')
  await citizen.locator('main form button').last().click()
  expect(await citizen.textContent('main')).toContain('Bà con muốn được báo tin qua đâu?')
})
