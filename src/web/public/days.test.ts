import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import { need } from '#test/desk.ts'
import { atDesk, planUntil, useSite } from '#test/site.ts'
import { receiveRequest } from '#src/modules/requests/index.ts'
import {
  cancelServiceDay,
  closeServiceDay,
  moveServiceDay,
  openServiceDay,
  type ServiceDay,
} from '#src/modules/service-days/index.ts'

const site = useSite()
let fridays: ServiceDay[]

beforeAll(async () => {
  site.now = new Date('2026-11-16T01:00:00Z')
  fridays = await planUntil(site, '2026-11-16', '2027-01-15')
})

const page = (day: ServiceDay, lang = '') => site.get(`${lang}/vu-ban/lich/${day.id}`)

describe('the list of service days', () => {
  test('tells every change with its reason, and the holiday that shifted a day', async () => {
    site.now = new Date('2026-11-17T02:00:00Z')
    await cancelServiceDay(atDesk(site), { serviceDayId: fridays[1]!.id, reason: 'sửa hội trường' })
    await moveServiceDay(atDesk(site), {
      serviceDayId: fridays[2]!.id,
      date: Temporal.PlainDate.from('2026-12-03'),
      reason: 'cán bộ đi tập huấn',
    })
    const { text } = await site.get('/vu-ban/lich')

    expect(text).toMatch(/Thứ Sáu 27\/11\/2026 Nghỉ .*Lý do: sửa hội trường\./)
    expect(text).toMatch(/Thứ Năm 03\/12\/2026 .*Dời từ Thứ Sáu 04\/12\/2026\. Lý do: cán bộ/)
    expect(text).toMatch(/Thứ Năm 31\/12\/2026 .*Thay cho Thứ Sáu 01\/01\/2027 \(.*Dương lịch\)/)
  })

  test('keeps the days that were, the newest first', async () => {
    site.now = new Date('2027-01-11T02:00:00Z')
    const { text } = await site.get('/vu-ban/lich')
    const past = text.slice(text.indexOf('Đã qua'))

    expect(past.indexOf('08/01/2027')).toBeGreaterThan(0)
    expect(past.indexOf('08/01/2027')).toBeLessThan(past.indexOf('31/12/2026'))
  })
})

describe('the page of one day', () => {
  test('says before it where, when, who else sits there and what can be done', async () => {
    site.now = new Date('2026-11-17T02:00:00Z')
    const { text, title } = await page(fridays[0]!)

    expect(title).toBe('Ngày thứ 6 tại chỗ, Thứ Sáu 20/11/2026')
    expect(text).toContain('Vào cổng chính, có lối cho xe lăn.')
    expect(text).toContain('Công an xã Vụ Bản')
    expect(text).toContain('Khoảng 40 người')
    expect(text).toMatch(/Làm được ngày này .*Bản sao trích lục hộ tịch.* Xong trong ngày/)
  })

  test('says on the day until when it is open', async () => {
    site.now = new Date('2026-11-20T01:00:00Z')
    await openServiceDay(atDesk(site), { serviceDayId: fridays[0]!.id })
    const { text } = await page(fridays[0]!)

    expect(text).toContain('Đang mở, đến 11 giờ 30')
  })

  test('tells afterwards what was done, in figures without anybody', async () => {
    site.now = new Date('2026-11-20T02:00:00Z')
    for (const code of ['1.004873', '1.004873', '2.000635'])
      await receiveRequest(atDesk(site), need({ clientKey: randomUUID(), procedureCode: code }))
    site.now = new Date('2026-11-20T10:00:00Z')
    await closeServiceDay(atDesk(site), { serviceDayId: fridays[0]!.id, reason: 'Hết giờ' })
    site.now = new Date('2026-11-23T02:00:00Z')
    const { text } = await page(fridays[0]!)

    expect(text).toContain('Ngày này đã làm được gì việc đã giúp 3')
    expect(text).toMatch(/tình trạng hôn nhân\) 2 .*giấy khai sinh 1 Cộng 3/)
    expect(text).not.toContain('Nguyễn Thị A')
    expect(text).toContain('Ngày tới: Thứ Năm 03/12/2026')
  })

  test('of a cancelled day says so, why, and when the next one is', async () => {
    site.now = new Date('2026-11-23T02:00:00Z')
    const { text } = await page(fridays[1]!, '/en')

    expect(text).toContain('Friday 27 November 2026 Cancelled Reason: sửa hội trường .')
    expect(text).toContain('Next day: Thursday 3 December 2026')
  })

  test('that is not there, or is another office’s, is not found', async () => {
    expect((await site.get('/vu-ban/lich/khong-phai-ma')).status).toBe(404)
    expect((await site.get(`/vu-ban/lich/${randomUUID()}`)).status).toBe(404)
  })
})
