import { randomInt, randomUUID } from 'node:crypto'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import type { Ctx } from '#src/base/ctx.ts'
import { enterOffice } from '#src/base/world.ts'
import { listCounters, listOffices } from '#src/modules/offices/index.ts'
import { bookGroup, callVisit, listBookableDays, takeTicket } from '#src/modules/queue/index.ts'
import { listServiceDays, openServiceDay } from '#src/modules/service-days/index.ts'
import { hiredAs } from '../office.ts'
import { useDemoHouse } from './demo-house.ts'
import { troubles } from './troubles.ts'

const house = useDemoHouse()

/** Books through the pages as a person presses them; each page that is met is looked at. */
async function book(page: Page, look: (name: string) => Promise<void>): Promise<void> {
  await page.goto('/vu-ban')
  await page.getByRole('link', { name: 'Đặt lịch hẹn' }).first().click()
  await look('choose')
  await page.getByRole('checkbox').first().check()
  await page
    .getByRole('button', { name: /Còn chỗ/ })
    .nth(1)
    .click()
  await look('time')
  await page.getByRole('button', { name: 'Giữ chỗ này' }).click()
  await look('time with errors')
  await page.getByText('Chọn một giờ trong danh sách.').first().waitFor()
  await page.getByRole('radio').nth(2).check({ force: true })
  await page.getByLabel('Số điện thoại').fill(`09${String(randomInt(1e8)).padStart(8, '0')}`)
  await page.getByRole('button', { name: 'Giữ chỗ này' }).click()
  await look('hold')
  await page.getByRole('button', { name: 'Đặt lịch' }).click()
  await look('hold with errors')
  await page.getByLabel('Họ tên người đến làm').fill('Nguyễn Thị Phương Thảo Nguyên Hồng')
  await page.getByRole('button', { name: 'Đặt lịch' }).click()
  await page.getByText('Đã đặt xong.').waitFor()
  await look('appointment')
}

test.each([360, 1280] as const)(
  'booking, changing and cancelling at %i px: no script, four pages, no rule of axe broken',
  async (width) => {
    const page = await house.visit(width, { script: false })
    const reader = await house.visit(width)
    const wrong: Record<string, string[]> = {}
    const look = async (name: string) => {
      // Axe runs as script: the same page is looked at by a browser that has it.
      await reader.setContent(await page.content())
      const found = await troubles(reader)
      if (found.length > 0) wrong[name] = found
    }
    await book(page, look)

    await page.getByRole('link', { name: 'Đổi giờ' }).click()
    await look('change')
    await page
      .getByRole('button', { name: /Còn chỗ/ })
      .nth(2)
      .click()
    await look('times to change to')
    await page.getByRole('radio').nth(1).check({ force: true })
    await page.getByRole('button', { name: 'Đổi sang giờ này' }).click()
    await page.getByText('Đã đổi sang giờ mới.').waitFor()
    await page.getByRole('link', { name: 'English' }).click()
    await look('appointment in English')
    await page.getByRole('link', { name: 'Tiếng Việt' }).click()
    await page.getByRole('link', { name: 'Hủy hẹn' }).click()
    await look('cancel')
    await page.getByRole('button', { name: 'Hủy lịch hẹn' }).click()
    await page.getByText('Lịch hẹn này đã hủy').waitFor()
    await look('cancelled')
    await page.goto('/vu-ban/xep-hang')
    await look('rules')
    expect(wrong).toEqual({})
  },
)

test('times can be chosen by keyboard, and one sees where one is', async () => {
  const page = await house.visit(360)
  await page.goto('/vu-ban/dat-lich')
  await page
    .getByRole('button', { name: /Còn chỗ/ })
    .nth(1)
    .press('Enter')
  await page.getByRole('radio').first().focus()
  await page.keyboard.press('ArrowRight')
  const chosen = await page.evaluate(() => {
    const it = document.activeElement as HTMLInputElement
    const chip = getComputedStyle(it.nextElementSibling!)
    return { value: it.value, checked: it.checked, seen: chip.outlineStyle !== 'none' }
  })
  expect(chosen).toEqual({ value: '07:45', checked: true, seen: true })
})

/** The demo office, as a citizen and as an officer see it. */
async function demoOffice(): Promise<{ citizen: Ctx; desk: Ctx }> {
  const { database, sealer } = house.office
  const [office] = await listOffices({ db: database.nation })
  const world = { database, sealer, now: house.now }
  const citizen = enterOffice(world, office!.id, { kind: 'citizen' })
  return { citizen, desk: await hiredAs(citizen, 'officer') }
}

/** The last day that can be booked, its morning taken by a group of people on all counters. */
async function fullMorning() {
  const { citizen, desk } = await demoOffice()
  const day = (await listBookableDays(citizen, { procedureCodes: [] })).at(-1)!
  const { morning } = day.hours
  const counters = (await listCounters(desk)).filter((it) => it.inUse)
  const group = await bookGroup(desk, {
    ...{ clientKey: randomUUID(), serviceDayId: day.serviceDayId, lanes: counters.length },
    ...{ start: Temporal.PlainTime.from(morning!.from), end: Temporal.PlainTime.from(morning!.to) },
    ...{ party: 12, organisation: 'Công ty Trách nhiệm hữu hạn May mặc xuất khẩu Vụ Bản' },
    ...{ contactName: 'Nguyễn Thị Phương Thảo Nguyên Hồng', phone: null, note: null },
  })
  return { day: `/vu-ban/dat-lich/${day.serviceDayId}`, group: `/vu-ban/hen/${group.token}` }
}

test('the list of a group and the waiting list of half a day break no rule of axe', async () => {
  const { day, group } = await fullMorning()
  for (const width of [360, 1280] as const) {
    const page = await house.visit(width)
    const wrong: Record<string, string[]> = {}
    const look = async (name: string) => {
      const found = await troubles(page)
      if (found.length > 0) wrong[name] = found
    }
    await page.goto(`${group}/doan`)
    await look('group')
    await page.getByLabel('Họ tên').fill('Người đến làm\n'.repeat(13))
    await page.getByRole('button', { name: 'Lưu danh sách' }).click()
    await page.getByText('Chỉ ghi nhiều nhất 12 người.').first().waitFor()
    await look('group with errors')

    await page.goto(`${day}/cho-cho?buoi=afternoon`)
    await look('nothing to wait for')
    await page.getByRole('link', { name: 'Chọn giờ' }).click()
    await look('times of half a day')
    await page.getByRole('link', { name: 'Báo cho tôi nếu có chỗ buổi sáng' }).click()
    expect(await page.getByLabel('Buổi sáng').isChecked()).toBe(true)
    await look('asking to wait')
    await page.getByLabel('Họ tên người đến làm').fill('Nguyễn Thị Phương Thảo Nguyên Hồng')
    await page.getByRole('button', { name: 'Ghi tên chờ' }).click()
    await look('asking to wait with errors')
    await page.getByLabel('Số điện thoại').fill(`09${String(randomInt(1e8)).padStart(8, '0')}`)
    await page.getByRole('button', { name: 'Ghi tên chờ' }).click()
    await page.getByText('Đã ghi tên chờ.').waitFor()
    await look('waiting')
    await page.getByRole('link', { name: 'English' }).click()
    await look('waiting in English')
    await page.getByRole('button', { name: 'Leave the waiting list' }).click()
    await page.getByText('You have left the waiting list').waitFor()
    await look('waiting no longer')
    expect(wrong, `${width} px`).toEqual({})
  }
})

/** The day of today, open, as a citizen and as an officer of the demo office see it. */
async function today(): Promise<{ serviceDayId: string; citizen: Ctx; desk: Ctx }> {
  const { citizen, desk } = await demoOffice()
  const from = Temporal.PlainDate.from('2026-11-27')
  const [day] = await listServiceDays(citizen, { from, to: from })
  if (day!.state === 'planned') await openServiceDay(desk, { serviceDayId: day!.id })
  return { serviceDayId: day!.id, citizen, desk }
}

test('the page of a number says by itself where to go, and without script when it is looked at', async () => {
  const { serviceDayId, citizen, desk } = await today()
  const ticket = await takeTicket(citizen, {
    clientKey: randomUUID(),
    serviceDayId,
    source: 'kiosk',
  })
  const live = await house.visit(360)
  const plain = await house.visit(360, { script: false })
  for (const page of [live, plain]) {
    await page.goto(`/vu-ban/so/${ticket.token}`)
    expect(await page.textContent('h1')).toContain(ticket.code)
  }
  expect(await troubles(live)).toEqual([])

  const counters = await listCounters(desk)
  const counter = counters.findLast((it) => it.inUse)!
  await callVisit(desk, {
    ...{ clientKey: randomUUID(), serviceDayId, counterId: counter.id },
    ...{ visitId: ticket.visitId, finishCurrent: true },
  })
  await live.getByText(`Mời tới quầy ${counter.number}`).waitFor({ timeout: 5_000 })
  expect(await troubles(live)).toEqual([])
  await plain.getByRole('link', { name: 'Xem lại ngay' }).click()
  await plain.getByText(`Mời tới quầy ${counter.number}`).waitFor({ timeout: 5_000 })
})
