import { randomUUID } from 'node:crypto'
import { beforeAll, expect, test } from 'vitest'
import { addVenue } from '#src/modules/offices/index.ts'
import { takeTicket } from '#src/modules/queue/index.ts'
import { addExtraDay, addProgramme, openServiceDay } from '#src/modules/service-days/index.ts'
import { useOfficers } from '#test/officers-site.ts'

const site = useOfficers()
let admin = ''
let officer = ''

beforeAll(async () => {
  admin = (await site.enter('office_admin')).cookie
  officer = (await site.enter('officer')).cookie
})

const devices = '/ban/may-lay-so'
const asAdmin = (path: string, form: Record<string, string> = {}) =>
  site.post(path, form, { cookie: admin })

test('the administrator adds a machine and reads its address this once', async () => {
  expect((await site.get(devices, admin)).text).toContain('Chưa có máy nào')
  const added = await asAdmin(devices, { name: 'Máy ở cửa chính' })
  expect(added.status).toBe(200)
  expect(added.text).toContain('Địa chỉ này chỉ hiện một lần')
  const [, address = ''] = /href="http:\/\/localhost(\/may-lay-so\/[^"]+)"/.exec(added.html) ?? []
  expect((await site.get(address)).status).toBe(200)
  const list = await site.get(devices, admin)
  expect(list.text).toContain('Máy ở cửa chính')
  expect(list.text).toContain('Dùng lần cuối 8 giờ 30')
  expect(list.html).not.toContain(address)
})

test('a machine without a name is not added, and says so beside the field', async () => {
  const refused = await asAdmin(devices, { name: ' ' })
  expect(refused.status).toBe(422)
  expect(refused.text).toContain('Ghi tên máy')
})

test('a machine is removed', async () => {
  const { html } = await site.get(devices, admin)
  const [, path = ''] = /action="(\/ban\/may-lay-so\/[^"]+\/bo)"/.exec(html) ?? []
  const removed = await asAdmin(path)
  expect(removed.location).toContain('xong=bo')
  expect((await site.get(removed.location!, admin)).text).toContain('Đã bỏ máy')
  expect((await site.get(devices, admin)).text).toContain('Chưa có máy nào')
})

test('an officer of the desk may not add machines; nobody may who is not signed in', async () => {
  expect((await site.get(devices, officer)).status).toBe(403)
  expect((await site.get(devices)).location).toContain('/dang-nhap')
})

test('an officer prints the ticket of somebody in the line; others may not', async () => {
  const ctx = site.owner()
  const venue = await addVenue(ctx, { kind: 'hall', name: 'Hội trường Gôi' })
  const { id: programmeId } = await addProgramme(ctx, {
    ...{ nameVi: 'Ngày thứ 6 tại chỗ', nameEn: 'Friday on the spot', weekday: 5 },
    ...{ venueId: venue.id, officerIds: [], procedures: [], partners: [], capacity: null },
    hours: { morning: { from: '07:30', to: '11:30' }, afternoon: null },
    ...{ holidayPolicy: 'skip', validFrom: Temporal.PlainDate.from('2026-01-01'), validTo: null },
  })
  const { id: serviceDayId } = await addExtraDay(ctx, {
    ...{ programmeId, date: Temporal.PlainDate.from('2026-11-20'), reason: 'Thử' },
  })
  await openServiceDay(ctx, { serviceDayId })
  const given = { clientKey: randomUUID(), serviceDayId, source: 'kiosk' as const }
  const ticket = await takeTicket(ctx, { ...given, name: 'Phạm Thị Riêng' })

  const path = `/ban/hang/phieu/${ticket.visitId}`
  const printed = await site.get(path, officer)
  expect(printed.text).toContain(`Số của bà con ${ticket.code}`)
  expect(printed.html).toContain('print-page')
  expect(printed.text).not.toContain('Riêng')
  expect((await site.get(path, admin)).status).toBe(403)
  expect((await site.get(`/ban/hang/phieu/${randomUUID()}`, officer)).status).toBe(404)
})
