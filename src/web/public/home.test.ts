import { gzipSync } from 'node:zlib'
import { beforeAll, describe, expect, test } from 'vitest'
import { atDesk, planUntil, useSite } from '#test/site.ts'
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
  fridays = await planUntil(site, '2026-11-16', '2026-12-31')
})

/** What the office's first page says at this moment of Việt Nam. */
async function homeAt(moment: string) {
  site.now = new Date(`${moment}+07:00`)
  return site.get('/vu-ban')
}

describe('the first page of an office', () => {
  test('says when and where to come next, in plain words', async () => {
    const page = await homeAt('2026-11-17T09:00')

    expect(page.status).toBe(200)
    expect(page.text).toContain('Thứ Sáu 20 tháng 11 Ngày thứ 6 tại chỗ')
    expect(page.text).toContain('7 giờ 30 – 11 giờ 30 và 13 giờ 30 – 17 giờ')
    expect(page.text).toContain('Hội trường UBND xã Vụ Bản')
    expect(page.text).toContain('Bà con cần làm giấy tờ gì?')
  })

  test('names the five procedures asked for most, with how long each takes', async () => {
    const page = await homeAt('2026-11-17T09:00')

    expect(page.html.match(/href="\/vu-ban\/thu-tuc\/\d/g)).toHaveLength(5)
    expect(page.text).toMatch(/Giấy xác nhận độc thân.*3 ngày làm việc.*Phiếu lý lịch tư pháp/)
    expect(page.text).toContain('trong ngày nếu nộp trước 15 giờ')
  })

  test('offers the phone, and booking without asking for it', async () => {
    const page = await homeAt('2026-11-17T09:00')

    expect(page.html).toContain('href="tel:02283820123"')
    expect(page.html).toMatch(/class="button" href="\/vu-ban\/dat-lich">Đặt lịch hẹn/)
  })

  test('is complete in English', async () => {
    site.now = new Date('2026-11-17T09:00+07:00')
    const page = await site.get('/en/vu-ban')

    expect(page.html).toContain('<html lang="en">')
    expect(page.text).toContain('Friday 20 November Friday on the spot')
    expect(page.text).toContain('7:30 am – 11:30 am and 1:30 pm – 5 pm')
    expect(page.text).toContain('What do you need?')
    expect(page.html).toContain('href="/vu-ban" lang="vi"')
    expect(page.html).toContain('<span lang="vi">Hội trường UBND xã Vụ Bản</span>')
  })

  test('says on the day itself when it opens, until when it is open, and when lunch is', async () => {
    const early = await homeAt('2026-11-20T06:50')
    expect(early.text).toContain('Hôm nay. Mở lúc 7 giờ 30')

    site.now = new Date('2026-11-20T07:31+07:00')
    await openServiceDay(atDesk(site), { serviceDayId: fridays[0]!.id })
    expect((await homeAt('2026-11-20T09:00')).text).toContain('Đang mở, đến 11 giờ 30')
    expect((await homeAt('2026-11-20T12:00')).text).toContain(
      'Đang nghỉ trưa, mở lại lúc 13 giờ 30',
    )
    expect((await homeAt('2026-11-20T16:59')).text).toContain('Đang mở, đến 17 giờ')
  })

  test('leads on to the next day once today is closed, and says why', async () => {
    site.now = new Date('2026-11-20T15:05+07:00')
    await closeServiceDay(atDesk(site), { serviceDayId: fridays[0]!.id, reason: 'Mất điện' })
    const page = await homeAt('2026-11-20T15:10')

    expect(page.text).toContain('Thứ Sáu 27 tháng 11')
    expect(page.text).toContain('Đã đóng cửa lúc 15 giờ 05. Lý do: Mất điện.')
  })

  test('warns of a cancelled day and shows where a moved one went', async () => {
    site.now = new Date('2026-11-23T09:00+07:00')
    await cancelServiceDay(atDesk(site), {
      serviceDayId: fridays[1]!.id,
      reason: 'sửa hội trường',
    })
    await moveServiceDay(atDesk(site), {
      serviceDayId: fridays[2]!.id,
      date: Temporal.PlainDate.from('2026-12-03'),
      reason: 'cán bộ đi tập huấn.',
    })
    const page = await homeAt('2026-11-23T09:10')

    expect(page.text).toContain('Thứ Sáu 27/11/2026 nghỉ Lý do: sửa hội trường.')
    expect(page.text).toContain('Thứ Năm 3 tháng 12')
    expect(page.text).toContain('Dời từ Thứ Sáu 04/12/2026. Lý do: cán bộ đi tập huấn.')
  })

  test('still says where to go when no day is planned', async () => {
    const page = await homeAt('2027-06-01T09:00')

    expect(page.status).toBe(200)
    expect(page.text).toContain('Chưa có ngày phục vụ nào được báo')
  })

  test('weighs less than 17 KB gzipped, so that with its font it stays within 30 KB', async () => {
    const page = await homeAt('2026-11-17T09:00')

    expect(gzipSync(page.html).length).toBeLessThan(17 * 1024)
    expect(page.html).not.toContain('<script')
  })

  test('an office that nobody knows is answered calmly', async () => {
    const page = await site.get('/khong-co-noi-nay')

    expect(page.status).toBe(404)
    expect(page.text).toContain('Không có trang này')
  })
})
