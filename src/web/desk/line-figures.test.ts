import { randomUUID } from 'node:crypto'
import { beforeAll, expect, test } from 'vitest'
import type { Ctx } from '#src/base/ctx.ts'
import { addVenue, setCounter } from '#src/modules/offices/index.ts'
import { callNext, finishVisit, startServing, takeTicket } from '#src/modules/queue/index.ts'
import {
  addProgramme,
  listServiceDays,
  openServiceDay,
  planDays,
} from '#src/modules/service-days/index.ts'
import { writeNation } from '#test/nation.ts'
import { hiredAs } from '#test/office.ts'
import { useOfficers } from '#test/officers-site.ts'

const site = useOfficers()
let cookie = ''
const get = (path: string) => site.get(path, cookie)
const date = (text: string) => Temporal.PlainDate.from(text)

beforeAll(async () => {
  await writeNation(site.office.owner)
  cookie = (await site.enter('officer')).cookie
})

test('before anybody took a number the page says so, and suggests nothing', async () => {
  const page = await get('/ban/bao-cao/xep-hang')
  expect(page.status).toBe(200)
  expect(page.text).toContain('Trong kỳ này chưa có ai lấy số.')
  expect(page.text).toContain('Chưa có buổi nào sắp tới để gợi ý.')
  expect((await get('/ban/bao-cao')).html).toContain('href="/ban/bao-cao/xep-hang"')
})

test('three people waited 0, 10 and 20 minutes: the median is said, and in which hour', async () => {
  const venue = await addVenue(site.owner(), { kind: 'hall', name: 'Hội trường' })
  const counter = await setCounter(site.owner(), { number: 1, name: 'Quầy 1', inUse: true })
  await addProgramme(site.owner(), {
    ...{ nameVi: 'Ngày thứ 6 tại chỗ', nameEn: '', weekday: 5, venueId: venue.id },
    hours: { morning: { from: '07:30', to: '11:30' }, afternoon: { from: '13:30', to: '17:00' } },
    ...{ officerIds: [], procedures: [], partners: [], capacity: 40, holidayPolicy: 'skip' },
    ...{ validFrom: date('2026-11-20'), validTo: null },
  })
  await planDays(site.owner(), { until: date('2026-11-27') })
  const [day] = await listServiceDays(site.owner(), {
    ...{ from: date('2026-11-20'), to: date('2026-11-20') },
  })
  const serviceDayId = day!.id
  const officer = await hiredAs(site.office, 'officer')
  const minute = (count: number): Ctx => ({
    ...officer,
    now: new Date(site.now.getTime() + count * 60_000),
  })
  await openServiceDay(officer, { serviceDayId })
  for (let n = 0; n < 3; n++)
    await takeTicket(officer, { clientKey: randomUUID(), serviceDayId, source: 'desk' })
  for (const n of [0, 1, 2]) {
    const press = () => ({ clientKey: randomUUID(), serviceDayId })
    const call = await callNext(minute(n * 10), { ...press(), counterId: counter.id })
    await startServing(minute(n * 10), { ...press(), visitId: call!.visitId })
    await finishVisit(minute(n * 10 + 8), { ...press(), visitId: call!.visitId })
  }
  const page = await get('/ban/bao-cao/xep-hang')
  expect(page.html).toMatch(/<dt>lượt lấy số<\/dt><dd>3<\/dd>/)
  expect(page.html).toMatch(/<dt>đợi, một nửa không quá<\/dt><dd>10 phút<\/dd>/)
  expect(page.html).toMatch(/<dt>làm tại quầy, một nửa không quá<\/dt><dd>8 phút<\/dd>/)
  expect(page.html).toMatch(/8 giờ – 9 giờ<\/span> <b>10 phút/)
  expect(page.text).toContain('Chưa đủ số liệu để gợi ý')
  expect(page.text).toContain('nhận 40 người; để 30% cho bà con tự đến')
})

test('the days go out as CSV, and every table as a workbook', async () => {
  const csv = await get('/ban/bao-cao/xep-hang.csv?tu=2026-11-01&den=2026-11-30')
  expect(csv.headers.get('content-type')).toContain('text/csv')
  const [head, line] = csv.html.split('\r\n')
  expect(head).toContain('Buổi,Lượt lấy số,Có hẹn,Được làm')
  expect(line).toMatch(/^2026-11-20,3,0,3,0,0,0,10,20,8,8,0,0,0,1/)
  const excel = await get('/ban/bao-cao/xep-hang.xlsx?tu=2026-11-01&den=2026-11-30')
  expect(excel.headers.get('content-type')).toContain('spreadsheetml')
})

test('a period that cannot be is said beside its field, and a download answers with that page', async () => {
  for (const file of ['', '.csv', '.xlsx']) {
    const page = await get(`/ban/bao-cao/xep-hang${file}?tu=2026-11-30&den=2026-11-01`)
    expect(page.status).toBe(422)
    expect(page.html).toMatch(/id="o-den-error">Ngày cuối phải bằng hoặc sau ngày đầu/)
  }
  const page = await get('/ban/bao-cao/xep-hang?tu=hom-qua&den=2026-11-01')
  expect(page.html).toMatch(/id="o-tu-error">Chọn ngày bắt đầu/)
})

test('whoever may read reports may read these, in English too', async () => {
  const viewer = await site.enter('province_viewer')
  const page = await site.get('/en/ban/bao-cao/xep-hang', viewer.cookie)
  expect(page.text).toContain('Figures of the line')
  expect(page.text).not.toContain('Change the number of people')
})
