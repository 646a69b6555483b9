import { randomUUID } from 'node:crypto'
import { beforeAll, expect, test } from 'vitest'
import { addHamlet, type Hamlet } from '#src/modules/offices/index.ts'
import { addBusiness, findHeard, listEfforts, listLinks } from '#src/modules/reach/index.ts'
import { useOfficers } from '#test/officers-site.ts'

const site = useOfficers()
let cookie: string
let chairman: string
let hamlet: Hamlet
let businessId: string

const lately = {
  from: Temporal.PlainDate.from('2026-11-01'),
  to: Temporal.PlainDate.from('2026-11-30'),
}

beforeAll(async () => {
  ;({ cookie } = await site.enter('officer'))
  ;({ cookie: chairman } = await site.enter('chairman'))
  hamlet = await addHamlet(site.owner(), { name: 'Thôn Đông <b>', households: 200 })
  ;({ id: businessId } = await addBusiness(site.owner(), {
    ...{ name: 'Công ty May Mẫu', workers: 900, contactName: '', contactPhone: null },
    ...{ address: '', hamletId: null },
  }))
})

test('the picture is there for the chairman, honest while nobody has come', async () => {
  const page = await site.get('/ban/do-phu', chairman)
  expect(page.status).toBe(200)
  expect(page.text).toContain('Chưa có ai đến trong kỳ này.')
  expect(page.text).toContain('Thôn Đông')
  expect(page.html).not.toContain('Đông <b>')
  expect(page.text).not.toContain('Mã QR và đường dẫn ngắn')
  expect((await site.get('/en/ban/do-phu', chairman)).text).toContain('Whom the news reached')
  expect((await site.get('/lanh-dao', chairman)).html).toContain('/ban/do-phu')
  for (const path of ['/ban/do-phu/ma', '/ban/do-phu/bao-tin'])
    expect((await site.get(path, chairman)).status).toBe(403)
})

test('days that are none are said, and nothing is counted by them', async () => {
  const page = await site.get('/ban/do-phu?tu=2026-11-20&den=2026-11-01', cookie)
  expect(page.status).toBe(422)
  expect(page.text).toContain('Ngày cuối phải từ ngày đầu trở đi.')
})

test('codes are made for the places that were ticked, and come as SVG, PNG and a sheet to cut', async () => {
  const made = await site.post(
    '/ban/do-phu/ma',
    {
      ...{ channel: 'leaflet', target: 'book' },
      'places[]': ['all', `thon:${hamlet.id}`, `dn:${businessId}`],
    },
    { cookie },
  )
  expect(made.location).toBe('/ban/do-phu/ma?xong=ma')
  const links = await listLinks(site.owner(), lately)
  expect(links).toHaveLength(3)
  const page = await site.get('/ban/do-phu/ma', cookie)
  expect(page.text).toContain(`/vu-ban/d/${links[0]!.code}`)
  expect(page.text).toContain('Công ty May Mẫu')

  const svg = await site.get(`/ban/do-phu/ma/${links[0]!.code}.svg`, cookie)
  expect(svg.headers.get('content-type')).toBe('image/svg+xml')
  expect(svg.html).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg"/)
  const png = await site.send(`/ban/do-phu/ma/${links[0]!.code}.png`, { headers: { cookie } })
  expect(png.headers.get('content-type')).toBe('image/png')
  expect((await site.get('/ban/do-phu/ma/zzzzz.svg', cookie)).status).toBe(404)

  const sheet = await site.get('/ban/do-phu/ma/in?kenh=leaflet', cookie)
  expect(sheet.html.match(/<svg[^>]*class="qr"/g)).toHaveLength(3)
  const none = await site.post('/ban/do-phu/ma', { channel: 'leaflet', target: 'book' }, { cookie })
  expect(none.status).toBe(422)
  expect(none.text).toContain('Chọn ít nhất một nơi.')
})

test('leaflets are noted with what they cost; sent twice it is one note', async () => {
  const costs = await site.post('/ban/do-phu/chi-phi', { 'cost.leaflet': '300' }, { cookie })
  expect(costs.location).toBe('/ban/do-phu/bao-tin?xong=chi-phi')
  const note = {
    ...{ clientKey: randomUUID(), channel: 'leaflet', quantity: '150', on: '2026-11-18' },
    place: `thon:${hamlet.id}`,
  }
  await site.post('/ban/do-phu/bao-tin', note, { cookie })
  await site.post('/ban/do-phu/bao-tin', note, { cookie })
  const [only, ...more] = await listEfforts(site.owner(), lately)
  expect(more).toEqual([])
  expect(only).toMatchObject({ quantity: 150, cost: 45_000, hamletId: hamlet.id })
  expect((await site.get('/ban/do-phu/bao-tin', cookie)).text).toContain('45.000 đ')
  const wrong = await site.post('/ban/do-phu/bao-tin', { ...note, quantity: 'nhiều' }, { cookie })
  expect(wrong.status).toBe(422)
  expect(wrong.html).toContain('value="nhiều"')
  const removed = await site.post(`/ban/do-phu/bao-tin/${only!.id}/bo`, {}, { cookie })
  expect(removed.location).toContain('xong=bo')
})

test('an approved bulletin is printed for several places in one file, each with its own code', async () => {
  const { location } = await site.post(
    '/ban/tin/moi',
    {
      ...{ clientKey: randomUUID(), titleVi: 'Thứ Sáu 27/11: làm giấy tờ tại xã', titleEn: '' },
      ...{ bodyVi: 'Từ 7 giờ 30 tại hội trường.\nMang theo căn cước.', bodyEn: '', script: '' },
      ...{ priority: 'normal', airFrom: '2026-11-26', airTo: '2026-11-27', times: '05:30' },
      ...{ repeats: '1', send: 'yes' },
    },
    { cookie },
  )
  const page = location!.split('?')[0]!
  const print = page.replace('/ban/tin', '/ban/do-phu/in')
  expect((await site.get(print, cookie)).status).toBe(404)
  await site.post(`${page}/duyet`, { version: '1' }, { cookie: chairman })
  expect((await site.get(page, cookie)).html).toContain(`href="${print}"`)
  expect((await site.get(print, cookie)).text).toContain('Làm tờ dán, tờ rơi')
  const places = ['all', `thon:${hamlet.id}`, `dn:${businessId}`]
  const sent = await site.post(print, { format: 'poster', 'places[]': places }, { cookie })
  expect(sent.headers.get('content-type')).toBe('application/pdf')
  expect(sent.headers.get('content-disposition')).toContain('.pdf')
  const posters = (await listLinks(site.owner(), lately)).filter((it) => it.channel === 'poster')
  expect(posters.map((it) => it.businessId ?? it.hamletId)).toEqual([null, hamlet.id, businessId])
})

test('the picture is downloaded as a workbook and as CSV', async () => {
  const path = '/ban/do-phu.xlsx?tu=2026-11-01&den=2026-11-30'
  const file = await site.send(path, { headers: { cookie } })
  expect(file.headers.get('content-disposition')).toContain('.xlsx')
  const csv = await site.get('/ban/do-phu.csv?tu=2026-11-01&den=2026-11-30', cookie)
  expect(csv.html).toContain('Thôn Đông <b>,200,không,0,0,')
})

test('nobody’s visit is told of, and a visit that is none is not found', async () => {
  expect((await site.get('/ban/biet-tin/khong-co', cookie)).status).toBe(404)
  expect(await findHeard(site.owner(), { visitId: randomUUID() })).toBeNull()
})
