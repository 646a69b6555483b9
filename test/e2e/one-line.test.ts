import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { useDemoHouse } from './demo-house.ts'

const house = useDemoHouse()

const says = (page: Page) => page.locator('main').innerText()
const press = async (page: Page, name: string | RegExp) => {
  await page.getByRole('button', { name }).first().click()
  await page.waitForLoadState()
}

/**
 * A daughter books from her phone for her mother; a farmer without a phone walks in. Both stand in one
 * line, the hall sees and the phone knows when it is whose turn, and the officer types no name twice.
 */
test('somebody who booked and somebody who walked in stand in one line, from the phone to the request', async () => {
  // On Thursday evening, four pages: what and which day, when, who, done.
  house.now = new Date('2026-11-26T12:00:00Z')
  const phone = await house.visit(360, { script: false })
  await phone.goto('/vu-ban/dat-lich')
  await phone.getByLabel(/Hộ chiếu phổ thông/).check()
  await press(phone, /27\s+tháng 11/)
  await phone.getByRole('radio', { name: '8 giờ 30', exact: true }).check()
  await phone.getByLabel('Số điện thoại').fill('0900 000 654')
  await press(phone, 'Giữ chỗ này')
  await phone.getByText('Đặt giúp người khác?').click()
  await phone.getByLabel('Họ tên người đến làm').fill('Lò Thị Mẹ')
  await phone.locator('input[name="nguoi-dat"]').fill('Lò Thị Con')
  await press(phone, 'Đặt lịch')
  const booked = await says(phone)
  expect(booked).toContain('8 giờ 30')
  const code = /\d{3} \d{3}/.exec(booked)![0]
  const appointment = phone.url().split('?')[0]!

  // Friday: the desk opens the day and sits down; the farmer gets a number at the desk.
  house.now = new Date('2026-11-27T01:10:00Z')
  const desk = await house.enter('vanphong')
  await press(desk, /Mở ngày phục vụ/)
  await desk.goto('/ban/hang')
  await press(desk, 'Quầy 1')
  await desk.getByRole('button', { name: /Mời tiếp/ }).waitFor()
  const hall = await house.visit(1280)
  await hall.goto('/vu-ban/bang-so')
  await desk.getByLabel('Họ tên').fill('Hoàng Văn Nông')
  await press(desk, /Phát số/)
  await desk.getByText('Hoàng Văn Nông').waitFor()

  // The mother says on the phone that she is here, and gets the next number.
  house.now = new Date('2026-11-27T01:25:00Z')
  await phone.goto(appointment)
  await press(phone, /Tôi đã đến/)
  const mine = /\b\d{3}\b/.exec(await says(phone))![0]
  expect(mine).toBe('002')
  await desk.getByText('Lò Thị Mẹ').waitFor()

  // One key: whoever booked for half past eight comes before who walked in at ten past eight.
  await desk.keyboard.press('F2')
  await hall.locator('main').getByText('002').waitFor()
  const seen = await hall.locator('body').innerText()
  expect(seen).toMatch(/Quầy\s*1/)
  expect(seen).not.toMatch(/Lò Thị|Hoàng Văn|0900/)
  await phone.reload()
  expect(await says(phone)).toMatch(/quầy 1/i)

  // The request's form, in a tab of its own, knows her name, her phone and what she came for.
  const opened = desk.context().waitForEvent('page')
  await desk.getByRole('link', { name: /Tiếp nhận yêu cầu/ }).click()
  const form = await opened
  await form.waitForURL(/\/ban\/tiep-nhan/)
  expect(await form.locator('#nguoi-den').getByLabel('Họ và tên').inputValue()).toBe('Lò Thị Mẹ')
  expect(await says(form)).toContain('Hộ chiếu')

  // Next: the farmer; the mother's visit is done, and her code cannot be used again.
  await desk.bringToFront()
  await desk.keyboard.press('F4')
  await desk.getByText(/Đang làm · quầy 1/).waitFor()
  await desk.keyboard.press('F2')
  await hall.locator('main').getByText('001').first().waitFor()
  await desk.getByLabel(/Mã hẹn/).fill(code)
  await press(desk, 'Báo đã đến')
  await desk.getByText(/đã/).first().waitFor()
  expect(await says(desk)).toMatch(/002/)
})
