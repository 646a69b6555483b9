import { randomInt } from 'node:crypto'
import { beforeAll, expect, test } from 'vitest'
import { findChoice } from '#src/modules/notices/index.ts'
import { getAppointment } from '#src/modules/queue/index.ts'
import type { ServiceDay } from '#src/modules/service-days/index.ts'
import { connected, playChannel, sendDue } from '#test/deliveries.ts'
import { planUntil, useSite, type Page } from '#test/site.ts'

const site = useSite()
const single = '1.004873'
let fridays: ServiceDay[]

beforeAll(async () => {
  site.now = new Date('2026-11-16T01:00:00Z')
  fridays = await planUntil(site, '2026-11-16', '2026-12-15')
})

const hidden = (page: Page, name: string) =>
  new RegExp(`name="${name}" value="([^"]*)"`).exec(page.html)?.[1] ?? ''

/** Keeps a place through the pages: the address of the page that asks who comes. */
async function hold(gio: string): Promise<string> {
  const path = `/vu-ban/dat-lich/${fridays[0]!.id}`
  const form = await site.get(`${path}?thu-tuc=${single}`)
  const phone = `09${String(randomInt(1e8)).padStart(8, '0')}`
  const sent = { 'thu-tuc': single, khoa: hidden(form, 'khoa'), gio, 'dien-thoai': phone }
  const page = await site.post(path, sent)
  expect(page.status, page.text).toBe(303)
  return page.headers.get('location')!
}

async function book(address: string, said: Record<string, string>) {
  const khoa = hidden(await site.get(address), 'khoa')
  return site.post(address, { ten: 'Nguyễn Thị Mẫu', khoa, ...said })
}

async function bookedAt(page: Page) {
  const token = /\/hen\/([^?]+)/.exec(page.headers.get('location') ?? '')![1]!
  return getAppointment({ ...site.office, now: site.now }, { token })
}

test('without a channel nothing is asked', async () => {
  const address = await hold('08:00')
  expect((await site.get(address)).text).not.toContain('Bà con muốn được báo tin qua đâu?')
  const it = await bookedAt(await book(address, {}))
  expect(await findChoice(site.office, { subjectId: it.id })).toBeNull()
})

test('who chose SMS while booking gets the time and the code', async () => {
  await connected(site.office, 'sms')
  const address = await hold('08:30')
  expect((await site.get(address)).text).toContain('Bà con muốn được báo tin qua đâu?')
  const it = await bookedAt(await book(address, { bao: 'sms' }))
  expect(await findChoice(site.office, { subjectId: it.id })).toMatchObject({
    ...{ way: 'sms', how: 'at_booking', chosenBy: null },
  })
  const sms = playChannel('sms')
  await sendDue({ ...site.office, now: site.now }, { sms })
  expect(sms.got).toHaveLength(1)
  expect(sms.got[0]!.content.text).toContain(`8 gio 30, Thu Sau 20/11/2026. Ma hen ${it.code}.`)
})

test('e-mail without a right address is refused beside its field, and the place stays held', async () => {
  await connected(site.office, 'email')
  const address = await hold('09:00')
  const wrong = await book(address, { bao: 'email', email: 'ba con' })
  expect(wrong.text).toContain('Địa chỉ thư điện tử chưa đúng')
  expect(wrong.html).toContain('value="ba con"')
  const it = await bookedAt(await book(address, { bao: 'email', email: 'ba.con@example.vn' }))
  expect(it.state).toBe('booked')
})
